/** The database's own limit: the rows that a service writes, written by JDBC and nothing else. */
@NullMarked
package ma.jazari.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
