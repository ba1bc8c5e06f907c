@NullMarked
package ma.jazari.partnerships.partner;

import org.jspecify.annotations.NullMarked;
