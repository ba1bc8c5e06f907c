package ma.jazari.partnerships.partykey;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The keys that a party signs with from now on, a JSON Web Key Set.
 *
 * @param keys read one by one, so that a private key is called that and not an unknown member
 */
@Schema(name = "KeySetRequest")
public record KeySetRequest(@NotNull @Schema(implementation = PublishedKey[].class, maxItems = 10) List<JsonNode> keys)
        implements JsonRequest {}
