@NullMarked
package ma.jazari.platform.paging;

import org.jspecify.annotations.NullMarked;
