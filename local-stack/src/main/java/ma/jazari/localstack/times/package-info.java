/** Asks the registry which program events the time-zone rules of now move, and has it move them. */
@NullMarked
package ma.jazari.localstack.times;

import org.jspecify.annotations.NullMarked;
