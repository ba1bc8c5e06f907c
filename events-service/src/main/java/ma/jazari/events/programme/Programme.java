package ma.jazari.events.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.events.figure.Indicator;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.text.LocalText;
import ma.jazari.platform.text.SearchText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A line of action of the roadmap, with the indicators that it is measured by. Changes only by its methods. */
@Entity
@Table(name = "programme")
public class Programme {

    @Id
    private UUID id;

    private String code;

    @Enumerated(EnumType.STRING)
    private ProgrammeStatus status;

    @Column(name = "status_reason")
    private @Nullable String statusReason;

    @Column(name = "parent_id")
    private @Nullable UUID parentId;

    @Column(name = "lead_institute_id")
    private @Nullable String leadInstituteId;

    @Column(name = "from_date")
    private LocalDate from;

    @Column(name = "to_date")
    private @Nullable LocalDate to;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<LocalText> titles;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Indicator> indicators;

    @Column(name = "search_text")
    private String searchText;

    private boolean sample;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For Hibernate. */
    protected Programme() {}

    static Programme create(UUID id, ProgrammeRequest request, Instant now) {
        var programme = new Programme();
        programme.id = id;
        programme.status = request.statusOrDefault();
        programme.indicators = List.of();
        programme.version = 1;
        programme.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        programme.set(request, now);
        return programme;
    }

    /**
     * Changes what is written of it.
     *
     * @throws Problem 409 where the code that the public knows it by would change
     */
    void change(ProgrammeRequest request, Instant now) {
        if (status.isPublic() && !request.code().equals(code)) {
            throw Problem.conflict("The programme is public as " + code + ", and keeps that code.");
        }
        set(request, now);
    }

    void moveTo(ProgrammeStatus next, @Nullable String reason, Instant now) {
        statusReason = status.needsReason() ? reason : null;
        status = next;
        touch(now);
    }

    /** Adds an indicator, or puts it in the place of the one with its key. */
    public void put(Indicator indicator, Instant now) {
        indicators = Stream.concat(others(indicator.key()), Stream.of(indicator))
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .toList();
        touch(now);
    }

    public void remove(String key, Instant now) {
        indicators = others(key).toList();
        touch(now);
    }

    private Stream<Indicator> others(String key) {
        return indicators.stream().filter(indicator -> !indicator.key().equals(key));
    }

    private void set(ProgrammeRequest request, Instant now) {
        code = request.code();
        titles = request.titles();
        parentId = request.parentId() == null ? null : UUID.fromString(request.parentId());
        leadInstituteId = request.leadInstituteId();
        from = request.from();
        to = request.to();
        sample = Boolean.TRUE.equals(request.sample());
        searchText = searchText();
        touch(now);
    }

    private void touch(Instant now) {
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    private String searchText() {
        return Stream.concat(Stream.of(code), titles.stream().map(LocalText::value))
                .map(SearchText::of)
                .collect(Collectors.joining(" | "));
    }

    /** What a client has written of it. */
    ProgrammeRequest written() {
        return new ProgrammeRequest(code, titles, parentId(), leadInstituteId, from, to, status, sample);
    }

    /** What is published of it. */
    public ProgrammeState state() {
        return new ProgrammeState(
                id(),
                code,
                status,
                statusReason,
                titles,
                parentId(),
                leadInstituteId,
                from,
                to,
                indicators,
                sample,
                version,
                createdAt,
                updatedAt);
    }

    public Optional<Indicator> indicator(String key) {
        return indicators.stream()
                .filter(indicator -> indicator.key().equals(key))
                .findFirst();
    }

    public List<Indicator> indicators() {
        return indicators;
    }

    public String id() {
        return id.toString();
    }

    public String code() {
        return code;
    }

    public ProgrammeStatus status() {
        return status;
    }

    public LocalDate from() {
        return from;
    }

    public @Nullable LocalDate to() {
        return to;
    }

    @Nullable String parentId() {
        return parentId == null ? null : parentId.toString();
    }

    @Nullable String leadInstituteId() {
        return leadInstituteId;
    }

    public long version() {
        return version;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
