package ma.jazari.institutes.importing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import ma.jazari.platform.bulk.Limits;

/** How institutes are imported. */
@ConfigMapping(prefix = "jazari.import")
interface ImportConfig {

    /** Bytes of a file at most, decompressed. */
    @WithDefault("200000000")
    long bytes();

    /** Lines of a file at most. */
    @WithDefault("100000")
    long lines();

    /** Bytes of one line at most. */
    @WithDefault("1000000")
    int lineBytes();

    /** Lines that are written in one transaction. */
    @WithDefault("500")
    int batchLines();

    /** Bytes of lines that are held at once, whatever their number. */
    @WithDefault("2000000")
    long batchBytes();

    /** Rejected lines in the answer; the run lists all of them. */
    @WithDefault("1000")
    int linesInAnswer();

    /** How often the run's progress is written down. */
    @WithDefault("1S")
    Duration progress();

    /** How often something is sent while there is no answer yet; the gateway gives up after 30 s without. */
    @WithDefault("4S")
    Duration keepAlive();

    /** How old the progress of a run gets before it is taken for dead. */
    @WithDefault("60S")
    Duration dead();

    default Limits limits() {
        return new Limits(bytes(), lines(), lineBytes());
    }
}
