package ma.jazari.institutes.solution;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import ma.jazari.institutes.part.Countries;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.NameType;
import ma.jazari.platform.text.Line;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client writes of a solution. */
public record SolutionRequest(
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Name> name,
        @NotNull @Line(max = 100) @Schema(examples = "agriculture") String sector,
        @NotNull @Min(1) @Max(9) @Schema(description = "Technology readiness level", examples = "6") Integer trl,
        @Nullable @Size(max = 2000) @Pattern(regexp = "https?://[^\\s/]+(/\\S*)?", message = "must be an http or https URL")
                @Schema(examples = "https://example.org/irrigation")
                String url,
        @Nullable @Size(max = 20) @Schema(description = "The languages that it speaks", examples = "[\"ar\"]")
                List<
                                @NotNull @Size(max = 40) @Pattern(
                                        regexp = LocalText.LANGUAGE_TAG,
                                        message = "must be a BCP 47 language tag such as fr, ar, en or zgh")
                                String>
                        languages,
        @Nullable @Size(max = 60) @Schema(description = "Countries, ISO 3166-1 alpha-2", examples = "[\"MA\"]")
                List<@NotNull String> deployedIn)
        implements Checked {

    /** Absent and empty mean the same. */
    public SolutionRequest {
        languages = languages == null ? List.of() : languages;
        deployedIn = deployedIn == null ? List.of() : deployedIn;
    }

    @Override
    public void check(Violations violations) {
        checkNames(violations);
        if (languages != null && new HashSet<>(languages).size() < languages.size()) {
            violations.add("/languages", "must name each language once");
        }
        if (deployedIn != null) {
            checkCountries(deployedIn, violations);
        }
    }

    private void checkNames(Violations violations) {
        var shown = new HashSet<String>();
        for (int i = 0; i < name.size(); i++) {
            var each = name.get(i);
            if (each.type() == NameType.DISPLAY && !shown.add(each.lang())) {
                violations.add(
                        "/name/" + i, "is a second DISPLAY name in " + each.lang() + "; one per language is allowed");
            }
            if (each.validFrom() != null
                    && each.validTo() != null
                    && each.validTo().isBefore(each.validFrom())) {
                violations.add("/name/" + i + "/validTo", "must not be before validFrom");
            }
        }
    }

    private static void checkCountries(List<String> countries, Violations violations) {
        for (int i = 0; i < countries.size(); i++) {
            Countries.check("/deployedIn/" + i, countries.get(i), violations);
        }
        if (new HashSet<>(countries).size() < countries.size()) {
            violations.add("/deployedIn", "must name each country once");
        }
    }
}
