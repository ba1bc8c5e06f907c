package ma.jazari.partnerships.evidence;

/**
 * Which versions of a record a history has.
 *
 * @param complete whether it has all up to the one that the bundle is of
 * @param count how many it has
 */
record Versions(boolean complete, long count) {}
