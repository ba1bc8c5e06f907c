/** Where what is written of a partner comes from, field by field, and how it differs from what ROR says. */
@NullMarked
package ma.jazari.partnerships.provenance;

import org.jspecify.annotations.NullMarked;
