/** Starts the whole system on one machine as real processes, for people ({@code ./jazari}) and for tests. */
@NullMarked
package ma.jazari.localstack;

import org.jspecify.annotations.NullMarked;
