package ma.jazari.institutes.part;

/** Where a part is: its institute, and its own id as the path has it. */
public record PartAddress(String instituteId, String partId) {}
