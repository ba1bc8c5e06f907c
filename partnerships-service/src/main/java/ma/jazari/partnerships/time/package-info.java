/** Which day it is for agreements. */
@NullMarked
package ma.jazari.partnerships.time;

import org.jspecify.annotations.NullMarked;
