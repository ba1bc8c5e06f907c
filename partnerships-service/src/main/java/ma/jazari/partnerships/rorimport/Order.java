package ma.jazari.partnerships.rorimport;

import ma.jazari.platform.security.Actor;

/**
 * What an import was asked for.
 *
 * @param dryRun whether to write nothing
 * @param confirmed whether new partners may be called as others are that ROR says nothing of
 */
record Order(boolean dryRun, boolean confirmed, Actor actor) {}
