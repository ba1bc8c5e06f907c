/** What parties owe under conventions, and what becomes of it. */
@NullMarked
package ma.jazari.partnerships.obligation;

import org.jspecify.annotations.NullMarked;
