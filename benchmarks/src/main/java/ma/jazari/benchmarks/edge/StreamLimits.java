package ma.jazari.benchmarks.edge;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * What the machine lets one process hold open towards another.
 *
 * @param files that a process may have open
 * @param ports that connections to one address can come from
 */
record StreamLimits(long files, long ports) {

    /** For all else that both processes have open. */
    private static final int OTHERS = 1_000;

    private static final Path PORT_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    /** What IANA set aside for this, where Linux is not there to tell. */
    private static final String USUAL_RANGE = "49152 65535";

    static StreamLimits ofThisMachine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        long files =
                system instanceof UnixOperatingSystemMXBean unix ? unix.getMaxFileDescriptorCount() : Long.MAX_VALUE;
        return new StreamLimits(files, ports(range()));
    }

    private static String range() {
        // In one piece: a file of this kind ends after the first read, which Files.readString begins with one byte.
        try (var file = Files.newBufferedReader(PORT_RANGE)) {
            return Objects.requireNonNullElse(file.readLine(), USUAL_RANGE);
        } catch (IOException notLinux) {
            return USUAL_RANGE;
        }
    }

    static long ports(String range) {
        var ends = range.strip().split("\\s+", -1);
        return Long.parseLong(ends[1]) - Long.parseLong(ends[0]) + 1;
    }

    /** As many of the streams as there can be. */
    int cut(int wanted) {
        return (int) Math.max(1, Math.min(wanted, Math.min(files, ports) - OTHERS));
    }

    /** Why there are not more. */
    String why() {
        return files < ports
                ? String.format(
                        Locale.ROOT,
                        "a process may have %d files open here (ulimit -n, a thousand of which are for others)",
                        files)
                : String.format(
                        Locale.ROOT,
                        "there are %d ports for connections here (net.ipv4.ip_local_port_range, a thousand of which are"
                                + " for others)",
                        ports);
    }
}
