/** A place to practise in: the clock of agreements can be moved, and there is somebody to agree with. */
@NullMarked
package ma.jazari.partnerships.sandbox;

import org.jspecify.annotations.NullMarked;
