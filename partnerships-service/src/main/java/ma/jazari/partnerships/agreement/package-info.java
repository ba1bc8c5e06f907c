@NullMarked
package ma.jazari.partnerships.agreement;

import org.jspecify.annotations.NullMarked;
