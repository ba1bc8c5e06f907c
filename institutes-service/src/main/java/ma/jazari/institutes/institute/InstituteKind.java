package ma.jazari.institutes.institute;

/** What a node of the network is: its one root, an institute, or a satellite of an institute. */
public enum InstituteKind {
    ROOT,
    INSTITUTE,
    ANTENNA
}
