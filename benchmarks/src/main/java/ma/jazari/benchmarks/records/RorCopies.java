package ma.jazari.benchmarks.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Records of a ROR dump again: at the same place and of the same kind, under other names and ids, without the ids, domains
 * and links by which they would be the same.
 */
public final class RorCopies {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int DIGITS = 6;
    private static final int BITS = 5;
    /** The ids that ROR has given away begin with 00 to 05; from here on they begin with 0g to 0z. */
    private static final long FIRST = 1L << 29;

    private static final List<String> OWN = List.of("external_ids", "domains", "links", "relationships");

    private final Epithets epithets = new Epithets();
    private long next = FIRST;

    /** @param copy which one of the record, from 1 */
    public ObjectNode of(ObjectNode organisation, int copy) {
        var record = organisation.deepCopy();
        record.put("id", "https://ror.org/" + id(next++));
        for (var name : record.path("names")) {
            if (name instanceof ObjectNode named) {
                named.put("value", epithets.named(name.path("value").asText().strip(), copy));
            }
        }
        OWN.forEach(record::putArray);
        return record;
    }

    /** What ROR would make of the number: 0, Crockford's base32, and ISO 7064 mod 97-10. */
    static String id(long number) {
        var id = new StringBuilder("0");
        for (int shift = (DIGITS - 1) * BITS; shift >= 0; shift -= BITS) {
            id.append(ALPHABET.charAt((int) (number >> shift) & 31));
        }
        return id.append("%02d".formatted(98 - number * 100 % 97)).toString();
    }
}
