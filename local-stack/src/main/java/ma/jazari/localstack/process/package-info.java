/** Processes that are owned: started, probed, stopped, and found again after a crash. */
@NullMarked
package ma.jazari.localstack.process;

import org.jspecify.annotations.NullMarked;
