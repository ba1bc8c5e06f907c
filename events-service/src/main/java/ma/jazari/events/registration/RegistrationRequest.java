package ma.jazari.events.registration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import ma.jazari.platform.json.JsonRequest;
import ma.jazari.platform.text.Line;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person says to register for a program event. */
public record RegistrationRequest(
        @NotNull @Line(max = 200) @Schema(examples = "Amina Berrada") String name,
        @NotNull @Size(max = 254) @Pattern(
                        regexp =
                                "[^\\s@,;<>\"()\\[\\]\\\\\\p{Cntrl}]{1,64}@[^\\s@,;<>\"()\\[\\]\\\\\\p{Cntrl}.]+(\\.[^\\s@,;<>\"()\\[\\]\\\\\\p{Cntrl}.]+)+",
                        message = "must be a mail address such as amina@example.org")
                @Schema(examples = "amina@example.org")
                String email,
        @Nullable @Line(max = 300) @Schema(examples = "Université Mohammed V") String organisation,
        @Nullable @Pattern(
                        regexp = LocalText.LANGUAGE_TAG,
                        message = "must be a BCP 47 language tag such as fr, ar, en or zgh")
                @Schema(description = "Of the mails to the person; Accept-Language otherwise", examples = "fr")
                String lang,
        @Schema(
                        description = "By the keys of the questions that the event's registration asks",
                        examples = "{\"diet\": \"vegetarian\"}")
                @Nullable @Size(max = 30) Map<String, Object> answers,
        @Schema(description = "Required to be true where the event's registration has a consent") @Nullable Boolean consent)
        implements JsonRequest {}
