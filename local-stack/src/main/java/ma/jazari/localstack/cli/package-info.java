/** What {@code ./jazari} does once it has found Java. */
@NullMarked
package ma.jazari.localstack.cli;

import org.jspecify.annotations.NullMarked;
