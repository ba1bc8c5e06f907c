@NullMarked
package ma.jazari.partnerships.institutecopy;

import org.jspecify.annotations.NullMarked;
