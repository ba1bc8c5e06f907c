/** The files of program events: programmes, slides, posters. */
@NullMarked
package ma.jazari.events.file;

import org.jspecify.annotations.NullMarked;
