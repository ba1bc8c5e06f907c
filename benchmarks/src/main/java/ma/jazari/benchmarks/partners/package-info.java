/** What is done with many partners: the import of a dump of ROR, searches, and the match of texts that are labelled. */
@NullMarked
package ma.jazari.benchmarks.partners;

import org.jspecify.annotations.NullMarked;
