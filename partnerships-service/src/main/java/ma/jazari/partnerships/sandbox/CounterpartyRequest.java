package ma.jazari.partnerships.sandbox;

import jakarta.validation.constraints.NotNull;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody to practise with. */
@Schema(name = "CounterpartyRequest")
public record CounterpartyRequest(
        @NotNull @Schema(
                        description =
                                "ACCEPTS: approves, signs, consents; COUNTERS: counters once, then accepts; REJECTS; SILENT: does nothing; REPEATS:"
                                        + " accepts and does everything twice; STALE: first approves by a wrong digest",
                        examples = "ACCEPTS")
                Behaviour behaviour)
        implements JsonRequest {}
