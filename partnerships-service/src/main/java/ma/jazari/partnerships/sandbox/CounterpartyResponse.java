package ma.jazari.partnerships.sandbox;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A scripted partner, and what it has done. Name it as a party of a convention, and propose. */
@Schema(name = "Counterparty")
public record CounterpartyResponse(
        @Schema(description = "The partner that it is", examples = "p5m2c0066") String partnerId,
        Behaviour behaviour,
        @Schema(description = "The latest hundred, the last one first") List<CounterpartyAct> acts) {

    /** Something that a scripted partner did, and what it was answered. */
    @Schema(name = "CounterpartyAct")
    public record CounterpartyAct(
            @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String conventionId,
            @Schema(examples = "1") int revision,
            @Schema(examples = "APPROVE") String act,
            Instant at,
            @Schema(description = "The HTTP status that a client would have had", examples = "409") int status,
            @Schema(examples = "The text that is there is revision 2") String answer) {}
}
