package ma.jazari.partnerships.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.Line;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a party owes under a convention.
 *
 * @param key names it within the convention, the same from revision to revision
 * @param state where it stands; no part of what is agreed, and so not hashed
 */
public record Obligation(
        @NotNull @Size(max = 60) @Pattern(
                        regexp = "^[a-z0-9]+(-[a-z0-9]+){0,9}$",
                        message = "must be a key such as lab-opening: lower-case words with hyphens")
                @Schema(examples = "lab")
                String key,
        @NotNull @Valid PartyRef party,
        @NotNull @Line(max = 2000) @Schema(examples = "Ouverture du laboratoire commun") String deliverable,
        @Nullable @Schema(examples = "2026-12-31") LocalDate due,
        @Nullable ObligationState state) {

    /** Where an obligation stands. */
    public enum ObligationState {
        PENDING,
        FULFILLED,
        WAIVED,
        /** Its day has passed, and it was neither fulfilled nor waived. */
        LAPSED
    }

    void check(String pointer, Violations violations) {
        if (state != null && state != ObligationState.PENDING) {
            violations.add(pointer + "/state", "moves by the transitions of the obligation, not by a text");
        }
    }

    Obligation normal() {
        return new Obligation(key, party, deliverable, due, ObligationState.PENDING);
    }
}
