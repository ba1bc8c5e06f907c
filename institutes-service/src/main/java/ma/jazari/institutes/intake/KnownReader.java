package ma.jazari.institutes.intake;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.institutes.bulk.Content;
import ma.jazari.institutes.bulk.Line;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteKeys;
import ma.jazari.institutes.institute.InstituteKeys.Key;
import ma.jazari.institutes.institute.InstituteKeys.Taken;
import ma.jazari.institutes.institute.InstituteRepository;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.id.PublicId;

/** Reads what the lines of a batch name, in a number of queries that does not grow with the lines. */
@ApplicationScoped
class KnownReader {

    private static final String WITH_ALL_ABOVE =
            """
            with recursive above as (
                select id, parent_id, status, kind from institute
                where id = any (?) or (kind = 'ROOT' and status <> 'REJECTED')
                union
                select i.id, i.parent_id, i.status, i.kind from institute i join above a on i.id = a.parent_id
            ) select id, parent_id, status, kind = 'ROOT' and status <> 'REJECTED' from above
            """;

    private final AgroalDataSource database;
    private final InstituteRepository institutes;
    private final InstituteKeys keys;
    private final DuplicateNames names;

    KnownReader(AgroalDataSource database, InstituteRepository institutes, InstituteKeys keys, DuplicateNames names) {
        this.database = database;
        this.institutes = institutes;
        this.keys = keys;
        this.names = names;
    }

    /** @param toChange whether the institutes are to be locked for a change */
    Known read(List<Line> lines, boolean toChange) {
        var holders = holders(lines);
        var named = Stream.concat(
                        lines.stream().flatMap(KnownReader::id),
                        holders.values().stream().flatMap(List::stream).map(Taken::holderId))
                .collect(Collectors.toCollection(TreeSet::new));
        var found = new HashMap<>(institutes(named, toChange));
        var namesakes = names.find(namesOfNewOnes(lines, holders));
        var others = namesakes.values().stream()
                .flatMap(Set::stream)
                .filter(id -> !found.containsKey(id))
                .collect(Collectors.toSet());
        // To compare with: a line that says what one of them says is of that one, and changes nothing.
        found.putAll(institutes(others, false));
        return new Known(found, holders, namesakes);
    }

    private Map<Long, List<Taken>> holders(List<Line> lines) {
        var keysOfEach = new HashMap<Long, Collection<Key>>();
        lines.forEach(line -> content(line)
                .forEach(content ->
                        keysOfEach.put(line.number(), LineKeys.of(String.valueOf(line.number()), content.alone()))));
        var wanted = keysOfEach.values().stream().flatMap(Collection::stream).toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var holders = new HashMap<String, Taken>();
        keys.find(wanted).forEach(taken -> holders.put(taken.kind() + " " + taken.value(), taken));
        var ofEach = new HashMap<Long, List<Taken>>();
        keysOfEach.forEach((line, ofLine) -> {
            var taken = ofLine.stream()
                    .flatMap(key -> Stream.ofNullable(holders.get(key.kind() + " " + key.value())))
                    .toList();
            if (!taken.isEmpty()) {
                ofEach.put(line, taken);
            }
        });
        return ofEach;
    }

    private static Stream<String> id(Line line) {
        return content(line)
                .map(content -> content.envelope().id())
                .filter(Objects::nonNull)
                .filter(id -> PublicId.isWellFormed(Institute.ID_PREFIX, id));
    }

    private static Collection<String> namesOfNewOnes(List<Line> lines, Map<Long, List<Taken>> holders) {
        return lines.stream()
                .filter(line -> !holders.containsKey(line.number()))
                .flatMap(KnownReader::content)
                .filter(content -> content.envelope().id() == null)
                .flatMap(content -> RecordNames.in(content.alone().path("names")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Content> content(Line line) {
        return Stream.ofNullable(line.content());
    }

    private Map<String, Institute> institutes(Collection<String> ids, boolean toChange) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = toChange ? institutes.findForChange(ids) : institutes.list("id in ?1", ids);
        return found.stream().collect(Collectors.toMap(Institute::id, institute -> institute));
    }

    /** The institutes with all above them, and the root. */
    Collection<ParentTree.Node> withAllAbove(Collection<String> ids) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(WITH_ALL_ABOVE)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (var row = select.executeQuery()) {
                var nodes = new ArrayList<ParentTree.Node>();
                while (row.next()) {
                    nodes.add(new ParentTree.Node(
                            row.getString(1),
                            row.getString(2),
                            InstituteStatus.valueOf(row.getString(3)),
                            row.getBoolean(4)));
                }
                return nodes;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the tree of the network", e);
        }
    }
}
