/** Who keeps an institute's record: persons with an account in Keycloak, which alone knows their names and addresses. */
@NullMarked
package ma.jazari.institutes.administrator;

import org.jspecify.annotations.NullMarked;
