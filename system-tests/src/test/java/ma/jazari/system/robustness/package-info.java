/** Every operation of the description, asked in all wrong ways; every answer held against the description. */
@NullMarked
package ma.jazari.system.robustness;

import org.jspecify.annotations.NullMarked;
