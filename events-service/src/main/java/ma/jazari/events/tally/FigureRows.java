package ma.jazari.events.tally;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import ma.jazari.platform.record.Name;
import org.jspecify.annotations.Nullable;

/** Rows of figures as the statements of this package give them: of a day, of an institute or of a region each. */
@Singleton
class FigureRows {

    private static final TypeReference<List<Name>> NAMES = new TypeReference<>() {};

    private final ObjectMapper mapper;

    FigureRows(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void add(ResultSet row, Figures figures) throws SQLException {
        var split = new Split(
                amount(row, "value", "counted"),
                amount(row, "verified", "of_verified"),
                amount(row, "reported", "of_reported"));
        var institute = row.getString("institute_id");
        var region = row.getString("region");
        switch (row.getInt("dimension")) {
            case MoveSums.OF_DAY -> figures.addDay(row.getObject("day", LocalDate.class), split);
            case MoveSums.OF_INSTITUTE -> {
                if (institute != null) {
                    figures.addInstitute(institute, names(row.getString("names")), split);
                }
            }
            case MoveSums.OF_REGION -> {
                if (region == null) {
                    figures.addElsewhere(split);
                } else {
                    figures.addRegion(region, split);
                }
            }
            default -> throw new IllegalStateException("a row of no dimension");
        }
    }

    private static Amount amount(ResultSet row, String sum, String count) throws SQLException {
        var value = row.getBigDecimal(sum);
        return value == null ? Amount.NONE : new Amount(value, row.getLong(count));
    }

    private List<Name> names(@Nullable String json) {
        try {
            return json == null ? List.of() : mapper.readValue(json, NAMES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
