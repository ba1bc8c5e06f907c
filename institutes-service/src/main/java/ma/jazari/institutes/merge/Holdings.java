package ma.jazari.institutes.merge;

import java.util.List;

/** What belongs to an institute outside of its record. */
record Holdings(List<Part> parts, List<Relationship> relationships) {}
