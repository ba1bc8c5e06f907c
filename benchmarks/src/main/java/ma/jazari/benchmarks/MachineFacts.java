package ma.jazari.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Where the figures come from; without it they mean nothing.
 *
 * @param load the average number of processes that wanted a core during the last minute; negative when unknown
 */
record MachineFacts(int cores, long memoryBytes, String system, String jdk, double load) {

    private static final double GIB = 1024.0 * 1024.0 * 1024.0;

    static MachineFacts ofThisMachine() {
        var bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new MachineFacts(
                Runtime.getRuntime().availableProcessors(),
                bean.getTotalMemorySize(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                bean.getSystemLoadAverage());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d cores, %.0f GiB, %s, JDK %s, load before the start %.1f",
                cores,
                memoryBytes / GIB,
                system,
                jdk,
                load);
    }
}
