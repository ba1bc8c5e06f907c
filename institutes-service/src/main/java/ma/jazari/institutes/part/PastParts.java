package ma.jazari.institutes.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstitutePolicy;
import ma.jazari.platform.changelog.History;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.time.AsOf;

/** The parts that an institute had, from its history. */
@ApplicationScoped
class PastParts {

    private final History history;
    private final ObjectMapper mapper;

    PastParts(History history, ObjectMapper mapper) {
        this.history = history;
        this.mapper = mapper;
    }

    /** A page of them, in the order of their ids: a record has so few that they are read whole. */
    <P extends Part<R>, R> Page<PartView<R>> list(
            PartKind<P, R> kind, String instituteId, PartQuery query, Actor actor) {
        var all = all(kind, instituteId, String.valueOf(query.asOf), actor);
        var binding = kind.key() + " " + instituteId + " " + query.asOf;
        var after = Cursor.values(query.cursor, binding, 1);
        Cursor.reading(() -> after.forEach(Uuids::checked));
        var rows = all.stream()
                .filter(part -> after.isEmpty() || part.id().toString().compareTo(after.getFirst()) > 0)
                .limit(query.limit() + 1L)
                .toList();
        return Page.of(
                rows,
                query.limit(),
                row -> row,
                row -> Cursor.after(binding, List.of(row.id().toString())),
                query.wantsTotal() ? (long) all.size() : null);
    }

    private <P extends Part<R>, R> List<PartView<R>> all(
            PartKind<P, R> kind, String instituteId, String asOf, Actor actor) {
        PublicId.checked(Institute.ID_PREFIX, instituteId);
        var state = history.asOf(new Subject(InstitutePolicy.SUBJECT, instituteId), AsOf.parse(asOf), actor)
                .orElseThrow(() -> Problem.notFound("institute at " + asOf + ":", instituteId))
                .state();
        return state.path(kind.key()).properties().stream()
                .map(part -> view(part.getKey(), part.getValue(), kind.requestType()))
                .sorted((a, b) -> a.id().toString().compareTo(b.id().toString()))
                .toList();
    }

    private <R> PartView<R> view(String id, JsonNode written, Class<R> type) {
        return new PartView<>(UUID.fromString(id), mapper.convertValue(written, type), 0, null, null);
    }
}
