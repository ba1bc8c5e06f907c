@NullMarked
package ma.jazari.institutes.network;

import org.jspecify.annotations.NullMarked;
