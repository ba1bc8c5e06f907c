/** Asks the registry to check its own log. */
@NullMarked
package ma.jazari.localstack.verify;

import org.jspecify.annotations.NullMarked;
