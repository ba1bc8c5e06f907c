/** What is due and when: shown to those whom it concerns, and carried out when its day has come. */
@NullMarked
package ma.jazari.partnerships.deadline;

import org.jspecify.annotations.NullMarked;
