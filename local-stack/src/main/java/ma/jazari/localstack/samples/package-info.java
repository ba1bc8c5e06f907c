/** The sample data that a first start loads, through the public API as any client would. */
@NullMarked
package ma.jazari.localstack.samples;

import org.jspecify.annotations.NullMarked;
