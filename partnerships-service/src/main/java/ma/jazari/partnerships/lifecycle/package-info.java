/** What can happen to a convention, in plain Java: its states and moves, what parties say to a text, and its dates. */
@NullMarked
package ma.jazari.partnerships.lifecycle;

import org.jspecify.annotations.NullMarked;
