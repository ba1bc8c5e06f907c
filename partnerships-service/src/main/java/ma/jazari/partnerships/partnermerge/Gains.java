package ma.jazari.partnerships.partnermerge;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import ma.jazari.partnerships.partner.PartnerRequest;
import ma.jazari.partnerships.partner.PartnerState;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.NameType;

/** What a partner's record gains from one that is merged into it: all by which the other was known. */
record Gains(List<Name> names, List<String> domains, List<ExternalId> externalIds, List<Link> links) {

    /** What the successor lacks. */
    static Gains of(PartnerState source, PartnerState successor) {
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
    PartnerRequest addedTo(PartnerState successor, PartnerRequest written) {
        return written.knownBy(
                with(successor.names(), names),
                with(successor.links(), links),
                with(successor.domains(), domains),
                with(successor.externalIds(), externalIds));
    }

    private static <T> List<T> with(List<T> there, List<T> more) {
        return Stream.concat(there.stream(), more.stream()).toList();
    }
}
