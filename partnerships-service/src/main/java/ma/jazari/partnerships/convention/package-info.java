@NullMarked
package ma.jazari.partnerships.convention;

import org.jspecify.annotations.NullMarked;
