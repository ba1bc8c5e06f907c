@NullMarked
package ma.jazari.platform.http;

import org.jspecify.annotations.NullMarked;
