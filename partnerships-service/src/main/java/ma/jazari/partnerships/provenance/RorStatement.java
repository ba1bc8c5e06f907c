package ma.jazari.partnerships.provenance;

import java.time.LocalDate;
import java.util.Set;

/**
 * What ROR says of an organisation.
 *
 * @param rorId with {@code https://ror.org/} before it
 * @param recordDate when the record was last changed at ROR
 */
public record RorStatement(String rorId, LocalDate recordDate, PartnerFields fields) {

    /** Of the fields that an administrator wrote, those that say something else. */
    Set<PartnerField> differing(PartnerFields ours, Set<PartnerField> overridden) {
        var differing = ours.differing(fields);
        differing.retainAll(overridden);
        return differing;
    }
}
