package ma.jazari.benchmarks.partners;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import ma.jazari.benchmarks.questions.Typing;

/**
 * A dump, divided into what is imported and what is asked; the same way each time, by the ids of the organisations. One in
 * fifty is not imported at all. Of one in ten, a label or an alias is taken out of what is imported, and asked for.
 */
final class Split {

    private static final int ABSENT = 50;
    private static final int TRIMMED = 10;
    private static final int SHORTEST = 6;
    private static final String IN_PLACE = "%s, %s, %s";
    private static final String OF_A_DEPARTMENT = "Department of Physics, %s, %s, %s";

    private final int eachKind;
    private final Typing typing = new Typing();
    private final List<Organisation> imported = new ArrayList<>();
    private final List<Labelled> texts = new ArrayList<>();

    private Split(int eachKind) {
        this.eachKind = eachKind;
    }

    /** @param eachKind how many texts of each kind at most */
    static Split of(List<Organisation> organisations, int eachKind) {
        var split = new Split(eachKind);
        var scattered = organisations.stream()
                .sorted(Comparator.comparingLong(Split::scatter))
                .toList();
        var present =
                scattered.stream().filter(one -> scatter(one) % ABSENT != 0).toList();
        var absent =
                scattered.stream().filter(one -> scatter(one) % ABSENT == 0).toList();
        split.holdOut(present);
        split.ask(present.stream().filter(Organisation::isActive).toList());
        split.askForNobody(absent);
        return split;
    }

    List<Organisation> imported() {
        return imported;
    }

    List<Labelled> texts() {
        return texts;
    }

    private static long scatter(Organisation organisation) {
        var sum = new CRC32();
        sum.update(organisation.rorId().getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    /** What is imported, less a name here and there. */
    private void holdOut(List<Organisation> present) {
        var labels = new ArrayList<Labelled>();
        var aliases = new ArrayList<Labelled>();
        for (var one : present) {
            boolean isTrimmed = scatter(one) / ABSENT % TRIMMED == 0;
            var label = isTrimmed ? told(one, one.labels()) : Optional.<String>empty();
            var alias = isTrimmed && label.isEmpty() ? told(one, one.names("alias")) : Optional.<String>empty();
            label.flatMap(name -> labelled("label held out", one, name, IN_PLACE))
                    .ifPresent(labels::add);
            alias.flatMap(name -> labelled("alias held out", one, name, IN_PLACE))
                    .ifPresent(aliases::add);
            imported.add(label.or(() -> alias).map(one::without).orElse(one));
        }
        Stream.of(labels, aliases).forEach(all -> texts.addAll(all.subList(0, Math.min(eachKind, all.size()))));
    }

    /** A name of an active organisation that says something, and that is not what it is called anyway. */
    private static Optional<String> told(Organisation one, List<String> names) {
        return names.stream()
                .filter(name -> one.isActive() && name.length() >= SHORTEST && !name.equals(one.name()))
                .findFirst();
    }

    private void ask(List<Organisation> active) {
        add(active, "name", one -> Optional.of(new Labelled("name", one.name(), Optional.of(one.rorId()))));
        add(active, "affiliation", one -> labelled("affiliation", one, one.name(), OF_A_DEPARTMENT));
        add(active, "abbreviated", one -> changed("abbreviated", one, Typing.abbreviated(one.name())));
        add(active, "typing error", one -> changed("typing error", one, typing.withError(one.name())));
        add(active, "no accents", one -> changed("no accents", one, Typing.withoutAccents(one.name())));
        add(active, "other language", one -> one.labels().stream()
                .findFirst()
                .flatMap(name -> labelled("other language", one, name, IN_PLACE)));
        add(active, "alias", one -> told(one, one.names("alias"))
                .flatMap(name -> labelled("alias", one, name, IN_PLACE)));
        add(active, "acronym, country", this::acronym);
    }

    private Optional<Labelled> changed(String kind, Organisation one, String name) {
        return name.equals(one.name()) ? Optional.empty() : labelled(kind, one, name, IN_PLACE);
    }

    private Optional<Labelled> acronym(Organisation one) {
        return one.names("acronym").stream().findFirst().flatMap(name -> one.country()
                .map(country -> new Labelled("acronym, country", name + ", " + country, Optional.of(one.rorId()))));
    }

    private static Optional<Labelled> labelled(String kind, Organisation one, String name, String form) {
        return one.city()
                .flatMap(city -> one.country().map(country -> form.formatted(name, city, country)))
                .map(text -> new Labelled(kind, text, Optional.of(one.rorId())));
    }

    private void add(List<Organisation> active, String kind, Function<Organisation, Optional<Labelled>> text) {
        // Each kind asks for others, as far as there are enough.
        int from = Math.floorMod(kind.hashCode(), Math.max(1, active.size()));
        Stream.concat(active.subList(from, active.size()).stream(), active.subList(0, from).stream())
                .flatMap(one -> text.apply(one).stream())
                .limit(eachKind)
                .forEach(texts::add);
    }

    private void askForNobody(List<Organisation> absent) {
        absent.stream()
                .filter(Organisation::isActive)
                .flatMap(one -> labelled("not in the registry", one, one.name(), OF_A_DEPARTMENT).stream())
                .map(text -> new Labelled(text.kind(), text.text(), Optional.empty()))
                .limit(eachKind)
                .forEach(texts::add);
    }
}
