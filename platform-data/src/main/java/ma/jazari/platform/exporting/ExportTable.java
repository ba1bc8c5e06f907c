package ma.jazari.platform.exporting;

/**
 * A table of records that can be exported, with {@code id} and {@code version}. In conditions its alias is {@code i}.
 *
 * @param subjectType of its records in the change log
 */
public record ExportTable(String name, String subjectType) {}
