/** What a running stack leaves in its state directory so that other processes find it. */
@NullMarked
package ma.jazari.localstack.run;

import org.jspecify.annotations.NullMarked;
