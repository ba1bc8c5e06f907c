package ma.jazari.institutes.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import ma.jazari.institutes.institute.InstituteKind;
import ma.jazari.institutes.institute.InstituteState;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.institutes.institute.Mission;
import ma.jazari.institutes.merge.MergePlan.Side;
import ma.jazari.institutes.merge.Part.Kind;
import ma.jazari.institutes.relationship.RelationshipType;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.ExternalId.Scheme;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.NameType;
import org.junit.jupiter.api.Test;

class MergePlanTest {

    private static final String SOURCE = "j4k7xq236";
    private static final String SUCCESSOR = "j00000098";
    private static final String OTHER = "j00000195";
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

    @Test
    void drops_a_competency_of_which_the_successor_has_the_same_field_and_level() {
        var same = competency("arabic-nlp", "TEACHING");
        var otherLevel = competency("arabic-nlp", "RESEARCH");
        var solution = new Part(Kind.SOLUTION, UUID.randomUUID(), null, null);

        var plan = plan(holding(same, otherLevel, solution), holding(competency("arabic-nlp", "TEACHING")));

        assertThat(plan.parts()).containsExactly(otherLevel, solution);
        assertThat(plan.droppedParts()).extracting(dropped -> dropped.part()).containsExactly(same);
    }

    @Test
    void hands_on_a_relationship_unless_it_links_the_two_or_is_there_already() {
        var handedOn = relationship(SOURCE, "HOSTED_BY", OTHER, false);
        var linksThem = relationship(SOURCE, "FEDERATED_WITH", SUCCESSOR, false);
        var isThere = relationship(SOURCE, "FEDERATED_WITH", OTHER, false);

        var plan = plan(
                related(handedOn, linksThem, isThere),
                related(relationship(SUCCESSOR, "FEDERATED_WITH", OTHER, false)));

        assertThat(plan.relationships()).containsExactly(handedOn);
        assertThat(plan.droppedRelationships())
                .extracting(dropped -> dropped.relationship())
                .containsExactly(linksThem, isThere);
        assertThat(plan.others(SUCCESSOR)).containsExactly(OTHER);
    }

    @Test
    void leaves_history_with_the_one_that_ends() {
        var formerSelf = relationship(SOURCE, "PREDECESSOR", OTHER, true);
        var livingPredecessor = relationship(SOURCE, "PREDECESSOR", OTHER, false);
        var heir = relationship(SOURCE, "SUCCESSOR", OTHER, false);

        var plan = plan(related(formerSelf, livingPredecessor, heir), related());

        assertThat(plan.relationships()).containsExactly(livingPredecessor);
        assertThat(plan.droppedRelationships()).isEmpty();
    }

    @Test
    void drops_what_the_successor_has_at_that_time_or_the_contrary_of_it() {
        var federated = new Relationship(
                UUID.randomUUID(),
                SUCCESSOR,
                RelationshipType.FEDERATED_WITH,
                OTHER,
                false,
                null,
                null,
                UUID.randomUUID());
        var hosts = relationship(SUCCESSOR, "HOSTS", OTHER, false);
        var before = new Relationship(
                UUID.randomUUID(),
                SUCCESSOR,
                RelationshipType.HOSTS,
                OTHER,
                false,
                null,
                MARCH.minusDays(1),
                UUID.randomUUID());
        var ours = related(
                relationship(SOURCE, "FEDERATED_WITH", OTHER, false), relationship(SOURCE, "HOSTED_BY", OTHER, false));

        assertThat(plan(ours, related(federated, hosts)).droppedRelationships()).hasSize(2);
        assertThat(plan(ours, related(federated, before)).droppedRelationships())
                .hasSize(1);
    }

    @Test
    void counts_what_the_successor_would_have_too_many_of() {
        var one = competency("computer-vision", "RESEARCH");
        var other = competency("computer-vision", "TEACHING");
        var plan = plan(holding(one), holding(other));

        assertThat(plan.tooMany(holding(other), 2)).isEmpty();
        assertThat(plan.tooMany(holding(other), 1)).containsOnlyKeys("competency");
    }

    @Test
    void links_the_two_once() {
        var linked = relationship(SOURCE, "SUCCESSOR", SUCCESSOR, false);

        assertThat(plan(related(linked), related()).linked()).isTrue();
        assertThat(plan(related(linked), related()).droppedRelationships()).isEmpty();
        assertThat(plan(related(), related()).linked()).isFalse();
    }

    @Test
    void gives_the_successor_the_place_of_a_source_that_stood_above_it() {
        var source = new Side(state(SOURCE, List.of()), related());
        var successor = new Side(state(SUCCESSOR, List.of()), related());

        var below = MergePlan.of(source, successor, List.of(SUCCESSOR, OTHER), true);
        var beside = MergePlan.of(source, successor, List.of(OTHER), false);

        assertThat(below.successorParent()).isEqualTo("j4k7xr190");
        assertThat(below.children()).containsExactly(OTHER);
        assertThat(beside.successorParent()).isNull();
    }

    @Test
    void gains_by_what_the_source_was_known_and_nothing_that_it_has() {
        var source = state(
                SOURCE,
                List.of(
                        Name.display("Institut de Fès", "fr"),
                        new Name("Institut de Fès", "fr", NameType.OFFICIAL, MARCH, null),
                        new Name("IAJ", "fr", NameType.ACRONYM, null, null),
                        new Name("Ancien", "fr", NameType.FORMER, null, MARCH),
                        Name.display("Institut commun", "fr")));
        var successor = state(SUCCESSOR, List.of(Name.display("Institut commun", "fr")));

        var gains = Gains.of(source, successor);

        assertThat(gains.names())
                .containsExactly(
                        new Name("Institut de Fès", "fr", NameType.ALIAS, null, null),
                        new Name("IAJ", "fr", NameType.ACRONYM, null, null));
        assertThat(gains.domains()).containsExactly("j4k7xq236.ma");
        assertThat(gains.externalIds()).containsExactly(new ExternalId(Scheme.WIKIDATA, "Q236", null));
        assertThat(gains.links()).extracting(Link::url).containsExactly("https://j4k7xq236.ma");
    }

    private static MergePlan plan(Holdings source, Holdings successor) {
        return MergePlan.of(
                new Side(state(SOURCE, List.of()), source),
                new Side(state(SUCCESSOR, List.of()), successor),
                List.of(),
                false);
    }

    private static Holdings holding(Part... parts) {
        return new Holdings(Arrays.asList(parts), List.of());
    }

    private static Holdings related(Relationship... relationships) {
        return new Holdings(List.of(), Arrays.asList(relationships));
    }

    private static Part competency(String field, String level) {
        return new Part(Kind.COMPETENCY, UUID.randomUUID(), field, level);
    }

    private static Relationship relationship(String one, String type, String other, boolean ended) {
        return new Relationship(
                UUID.randomUUID(), one, RelationshipType.valueOf(type), other, ended, MARCH, null, UUID.randomUUID());
    }

    private static InstituteState state(String id, List<Name> names) {
        var number = id.substring(id.length() - 3);
        return new InstituteState(
                id,
                InstituteKind.INSTITUTE,
                InstituteStatus.ACTIVE,
                names,
                List.of(Mission.RESEARCH),
                List.of(),
                "j4k7xr190",
                null,
                "MA-03",
                null,
                null,
                null,
                List.of(new Link(Link.LinkType.WEBSITE, "https://" + id + ".ma")),
                List.of(id + ".ma"),
                List.of(new ExternalId(Scheme.WIKIDATA, "Q" + number, true)),
                false,
                3,
                NOW,
                NOW);
    }
}
