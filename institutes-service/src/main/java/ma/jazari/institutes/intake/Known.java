package ma.jazari.institutes.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteKeys.Taken;

/**
 * What the registry holds of what the lines of a batch name.
 *
 * @param institutes those that are named, by id
 * @param holders who has the keys of a line, by the line's number
 * @param namesakes ids of the institutes that have a name, by name
 */
record Known(Map<String, Institute> institutes, Map<Long, List<Taken>> holders, Map<String, Set<String>> namesakes) {

    Optional<Institute> institute(String id) {
        return Optional.ofNullable(institutes.get(id));
    }

    /** The keys of the line that institutes have already. */
    List<Taken> holdersOf(long line) {
        return holders.getOrDefault(line, List.of());
    }

    /** The institutes that have one of the names. */
    Stream<Institute> namesakes(Collection<String> names) {
        return names.stream()
                .flatMap(name -> namesakes.getOrDefault(name, Set.of()).stream())
                .distinct()
                .flatMap(id -> institute(id).stream());
    }
}
