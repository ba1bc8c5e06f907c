package ma.jazari.partnerships.rorimport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import ma.jazari.platform.bulk.Limits;

/** How dumps of ROR are imported. */
@ConfigMapping(prefix = "jazari.ror-import")
interface RorImportConfig {

    /** Bytes of a file at most, decompressed. A dump of all of ROR has 300 MB. */
    @WithDefault("1000000000")
    long bytes();

    /** How many times as large a compressed file may become. Records of ROR become 10 to 20 times as large. */
    @WithDefault("100")
    long ratio();

    /** Records of a file at most. */
    @WithDefault("300000")
    long records();

    /** Bytes of one record at most. */
    @WithDefault("1000000")
    int recordBytes();

    /** Records that are written in one transaction. */
    @WithDefault("500")
    int batchRecords();

    /** Bytes of records that are held at once, whatever their number. */
    @WithDefault("4000000")
    long batchBytes();

    /** Rejected records in the answer. */
    @WithDefault("1000")
    int linesInAnswer();

    /** How often something is sent while there is no answer yet; the gateway gives up after 30 s without. */
    @WithDefault("4S")
    Duration keepAlive();

    default Limits limits() {
        return new Limits(bytes(), records(), recordBytes());
    }
}
