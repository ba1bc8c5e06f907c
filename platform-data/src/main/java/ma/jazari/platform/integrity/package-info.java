/** Whether the change log is what it was when it was written, and the records' tables are what it says. */
@NullMarked
package ma.jazari.platform.integrity;

import org.jspecify.annotations.NullMarked;
