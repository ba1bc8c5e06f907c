/** Signature ceremonies that were held: what they propose of the conventions that they name. */
@NullMarked
package ma.jazari.partnerships.ceremony;

import org.jspecify.annotations.NullMarked;
