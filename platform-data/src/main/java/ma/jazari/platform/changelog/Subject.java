package ma.jazari.platform.changelog;

/**
 * The record that a change is about.
 *
 * @param type its kind in the domain's words, for instance INSTITUTE
 * @param id its public id
 */
public record Subject(String type, String id) {}
