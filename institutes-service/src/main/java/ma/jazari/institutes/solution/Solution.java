package ma.jazari.institutes.solution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ma.jazari.institutes.part.Part;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.Names;
import ma.jazari.platform.text.SearchText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An AI solution that an institute brings out. */
@Entity
@Table(name = "institute_solution")
class Solution extends Part<SolutionRequest> {

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Name> names;

    private String sector;

    private int trl;

    private @Nullable String url;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> languages;

    @Column(name = "deployed_in")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> deployedIn;

    @Column(name = "sector_key")
    private String sectorKey;

    @Column(name = "search_text")
    private String searchText;

    /** For Hibernate. */
    protected Solution() {}

    Solution(String instituteId, SolutionRequest request, Instant now) {
        super(instituteId, now);
        set(request);
    }

    @Override
    protected final void set(SolutionRequest request) {
        names = request.name();
        sector = request.sector();
        trl = request.trl();
        url = request.url();
        languages = Objects.requireNonNullElse(request.languages(), List.of());
        deployedIn = Objects.requireNonNullElse(request.deployedIn(), List.of());
        sectorKey = SearchText.of(sector);
        searchText = Names.searchText(names) + " | " + sectorKey;
    }

    @Override
    public SolutionRequest written() {
        return new SolutionRequest(names, sector, trl, url, languages, deployedIn);
    }
}
