package ma.jazari.events.registration;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.Line;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person says to register for a program event. */
public record RegistrationRequest(
        @NotNull @Line(max = 200) @Schema(examples = "Amina Berrada") String name,
        @NotNull @Size(max = MailAddress.LONGEST) @Pattern(regexp = MailAddress.FORM, message = NO_ADDRESS) @Schema(examples = "amina@example.org")
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
                @Nullable @Size(max = 30) @JsonDeserialize(contentUsing = Answers.Exact.class)
                Map<String, Object> answers,
        @Schema(description = "Required to be true where the event's registration has a consent") @Nullable Boolean consent)
        implements Checked {

    private static final String NO_ADDRESS = "must be a mail address such as amina@example.org";

    @Override
    public void check(Violations violations) {
        if (isMoreThanAName(name)) {
            violations.add("/name", "must be a name, without links, line breaks and control characters");
        }
        if (MailAddress.of(email).isEmpty()) {
            violations.add("/email", NO_ADDRESS);
        }
    }

    /** Names stand in mails that anybody can have sent to anybody. */
    private static boolean isMoreThanAName(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return plain.contains("://")
                || plain.contains("www.")
                || plain.codePoints().anyMatch(RegistrationRequest::breaksLine);
    }

    private static boolean breaksLine(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
