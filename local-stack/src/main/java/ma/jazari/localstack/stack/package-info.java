/** The parts of the system, the order in which they start, and who watches them. */
@NullMarked
package ma.jazari.localstack.stack;

import org.jspecify.annotations.NullMarked;
