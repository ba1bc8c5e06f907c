package ma.jazari.institutes.merge;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import ma.jazari.institutes.institute.InstituteRequest;
import ma.jazari.institutes.institute.InstituteState;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.NameType;
import ma.jazari.platform.record.Names;

/** What an institute's record gains from one that is merged into it: all by which the other was known. */
record Gains(List<Name> names, List<String> domains, List<ExternalId> externalIds, List<Link> links) {

    /** What the successor lacks. */
    static Gains of(InstituteState source, InstituteState successor) {
        var names = source.names().stream()
                .filter(name -> name.type() != NameType.FORMER)
                .map(Gains::alias);
        var externalIds = source.externalIds().stream().map(id -> new ExternalId(id.scheme(), id.value(), null));
        return new Gains(
                lacking(names, successor.names(), Gains::isSameName),
                lacking(source.domains().stream(), successor.domains(), String::equals),
                lacking(externalIds, successor.externalIds(), Gains::isSameId),
                lacking(source.links().stream(), successor.links(), Link::equals));
    }

    private static Name alias(Name name) {
        var type = name.type() == NameType.ACRONYM ? NameType.ACRONYM : NameType.ALIAS;
        return new Name(name.value(), name.lang(), type, null, null);
    }

    private static boolean isSameName(Name one, Name other) {
        return one.value().equals(other.value()) && one.lang().equals(other.lang());
    }

    private static boolean isSameId(ExternalId one, ExternalId other) {
        return one.scheme() == other.scheme() && one.value().equals(other.value());
    }

    private static <T> List<T> lacking(Stream<T> wanted, List<T> there, BiPredicate<T, T> isSame) {
        return wanted.distinct()
                .filter(value -> there.stream().noneMatch(known -> isSame.test(value, known)))
                .toList();
    }

    /** What is written of the successor once it has them. */
    InstituteRequest addedTo(InstituteState successor, InstituteRequest written) {
        return written.knownBy(
                with(successor.names(), names),
                with(successor.links(), links),
                with(successor.domains(), domains),
                with(successor.externalIds(), externalIds));
    }

    /** What is written of the successor once those that are still there are taken away again. */
    InstituteRequest takenFrom(InstituteState successor, InstituteRequest written) {
        return written.knownBy(
                namesWithout(successor.names()),
                without(successor.links(), links),
                without(successor.domains(), domains),
                // Whatever the successor has made of it since, such as its preferred one.
                successor.externalIds().stream()
                        .filter(id -> externalIds.stream().noneMatch(gained -> isSameId(gained, id)))
                        .toList());
    }

    /** All names, where what would be left could not stand alone. */
    private List<Name> namesWithout(List<Name> there) {
        var left = without(there, names);
        var violations = new Violations();
        Names.check(left, violations);
        return violations.isEmpty() ? left : there;
    }

    private static <T> List<T> with(List<T> there, List<T> more) {
        return Stream.concat(there.stream(), more.stream()).toList();
    }

    private static <T> List<T> without(List<T> there, List<T> less) {
        return there.stream().filter(value -> !less.contains(value)).toList();
    }
}
