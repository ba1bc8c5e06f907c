package ma.jazari.partnerships.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import ma.jazari.partnerships.webhooksigning.SignatureScheme;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client writes of a webhook. */
@Schema(name = "WebhookRequest")
public record WebhookRequest(
        @NotNull @Size(min = 1, max = 2000) @Schema(
                        description = "Where messages are posted to; https, and an address of the public internet",
                        examples = "https://example.org/jazari")
                String url,
        @Size(max = 200) @Schema(examples = "Our CRM") @Nullable String description,
        @Size(max = 50) @Schema(
                        description = "Of which changes it is told; all that the partner may see, if there are none",
                        examples = "[\"convention.*\", \"institute.suspended\"]")
                @Nullable List<@NotNull @Size(max = 100) @Pattern(regexp = "[a-z][a-z-]*\\.(\\*|[a-z][a-z-]*)") String> types,
        @Size(max = 20) @Schema(description = "Of which kinds of records", examples = "[\"CONVENTION\"]") @Nullable List<@NotNull @Size(max = 40) @Pattern(regexp = "[A-Z][A-Z_]*") String> subjectTypes,
        @Size(max = 200) @Schema(description = "Of which single records", examples = "[\"j4k7xq236\"]") @Nullable List<@NotNull @Pattern(regexp = "[0-9a-z-]{1,40}") String> subjectIds,
        @Schema(description = "HMAC (v1, the default) or ED25519 (v1a); it cannot be changed afterwards") @Nullable SignatureScheme signature)
        implements JsonRequest {

    WebhookFilter filter() {
        return new WebhookFilter(all(types), all(subjectTypes), all(subjectIds));
    }

    SignatureScheme scheme() {
        return Objects.requireNonNullElse(signature, SignatureScheme.HMAC);
    }

    private static List<String> all(@Nullable List<String> values) {
        return values == null ? List.of() : values.stream().distinct().toList();
    }
}
