package ma.jazari.localstack.process;

/** Asks a part whether it does its work, by the means its users have. Returns soon; never throws for a part that is down. */
@FunctionalInterface
public interface Probe {

    boolean isReady();
}
