/** Records of the Research Organization Registry (https://ror.org), schema 2, and what they are here. */
@NullMarked
package ma.jazari.partnerships.ror;

import org.jspecify.annotations.NullMarked;
