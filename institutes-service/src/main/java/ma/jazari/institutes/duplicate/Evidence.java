package ma.jazari.institutes.duplicate;

import java.util.List;
import java.util.stream.Stream;
import ma.jazari.institutes.duplicate.Lookalikes.Found;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.NameType;
import ma.jazari.platform.text.SearchText;

/** What speaks for two institutes being one, of what was found. */
final class Evidence {

    private Evidence() {}

    /** The reasons, in words; none where a closer look at the names takes the suspicion back. */
    static List<String> reasons(List<Name> names, Institute other, List<Found> found) {
        return found.stream()
                .flatMap(hit -> reasons(names, other, hit))
                .distinct()
                .toList();
    }

    private static Stream<String> reasons(List<Name> names, Institute other, Found hit) {
        return switch (hit.how()) {
            case SAME -> Stream.of("has the same name, \"" + original(other, hit.name()) + "\"");
            case KEY ->
                shown(names).flatMap(ours -> shown(other.names())
                        .filter(theirs -> isTranslated(ours, theirs, hit.name()))
                        .map(theirs -> "\"" + theirs.value() + "\" is \"" + ours.value()
                                + "\" in another language or script"));
            case NEAR ->
                shown(names)
                        .map(Name::value)
                        .filter(ours -> !SearchText.of(ours).equals(hit.name()))
                        .filter(ours -> Resemblance.isNear(ours, original(other, hit.name())))
                        .map(ours -> "is at the same place and has a name that is near, \""
                                + original(other, hit.name()) + "\"");
        };
    }

    private static boolean isTranslated(Name ours, Name theirs, String key) {
        return !SearchText.of(ours.value()).equals(SearchText.of(theirs.value()))
                && NameKey.of(ours.value()).equals(key)
                && NameKey.of(theirs.value()).equals(key)
                && Resemblance.isTranslation(ours, theirs);
    }

    private static Stream<Name> shown(List<Name> names) {
        return names.stream().filter(name -> name.type() == NameType.DISPLAY || name.type() == NameType.OFFICIAL);
    }

    /** The name as the record writes it. */
    private static String original(Institute institute, String normal) {
        return institute.names().stream()
                .map(Name::value)
                .filter(name -> SearchText.of(name).equals(normal))
                .findFirst()
                .orElse(normal);
    }
}
