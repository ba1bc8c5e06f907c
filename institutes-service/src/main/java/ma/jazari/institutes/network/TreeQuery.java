package ma.jazari.institutes.network;

import jakarta.ws.rs.QueryParam;
import java.util.regex.Pattern;
import ma.jazari.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the tree can be asked for. */
public class TreeQuery {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
    private static final int DEFAULT_LIMIT = 1_000;
    private static final int MAX_LIMIT = 10_000;
    // Deeper than any network, and as deep as JSON is commonly read.
    private static final int MAX_DEPTH = 100;

    @QueryParam("asOf")
    @Parameter(description = "A date (its end, UTC) or an instant: the tree as it was then", example = "2026-06-01")
    public @Nullable String asOf;

    @QueryParam("depth")
    @Parameter(
            description = "How many levels below the top; larger values are cut to 100",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "100"))
    public @Nullable String depth;

    @QueryParam("limit")
    @Parameter(
            description = "How many institutes at most, the upper levels first; larger values are cut to 10000",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1000"))
    public @Nullable String limit;

    @QueryParam("root")
    @Parameter(description = "The institute to start from; absent for the root of the network", example = "j00000098")
    public @Nullable String root;

    int depth() {
        return number("depth", depth, MAX_DEPTH, MAX_DEPTH);
    }

    int limit() {
        int wanted = number("limit", limit, DEFAULT_LIMIT, MAX_LIMIT);
        if (wanted == 0) {
            throw Problem.invalid("limit", "must be a whole number from 1");
        }
        return wanted;
    }

    private static int number(String name, @Nullable String text, int absent, int most) {
        if (text == null) {
            return absent;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw Problem.invalid(name, "must be a whole number; more than " + most + " is cut to that");
        }
        return (int) Math.min(Long.parseLong(text), most);
    }
}
