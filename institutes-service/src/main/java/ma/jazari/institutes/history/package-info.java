/** What was of institutes: comparisons of their versions, the export of their hash chains, and the check of the log. */
@NullMarked
package ma.jazari.institutes.history;

import org.jspecify.annotations.NullMarked;
