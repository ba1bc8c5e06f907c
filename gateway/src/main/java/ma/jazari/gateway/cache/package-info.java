/** Answers that are the same for everybody, kept for as long as nothing has happened to what they show. */
@NullMarked
package ma.jazari.gateway.cache;

import org.jspecify.annotations.NullMarked;
