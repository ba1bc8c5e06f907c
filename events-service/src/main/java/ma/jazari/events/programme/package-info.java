/** Programmes: the lines of action of the roadmap, a tree, each with the indicators that it is measured by. */
@NullMarked
package ma.jazari.events.programme;

import org.jspecify.annotations.NullMarked;
