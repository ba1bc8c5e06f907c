package ma.jazari.platform.integrity;

import java.util.List;
import ma.jazari.platform.changelog.RecordImage;

/**
 * A record as its tables hold it now.
 *
 * @param faults what in its tables contradicts the record itself
 */
public record CurrentRecord(long version, RecordImage image, List<Fault> faults) {

    /** Something that does not fit what it was made from. */
    public record Fault(String table, String detail) {}
}
