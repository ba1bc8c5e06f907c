/**
 * Search over the names, places and ids of records, in stages that go from the exact to the tolerant; type-ahead; and the
 * names that dirty text means. Stored in PostgreSQL, in the transaction of the record.
 */
@NullMarked
package ma.jazari.platform.search;

import org.jspecify.annotations.NullMarked;
