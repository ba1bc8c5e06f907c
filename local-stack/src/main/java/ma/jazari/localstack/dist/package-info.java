/** What is prepared once and shared by every run: unpacked PostgreSQL, a built Keycloak. */
@NullMarked
package ma.jazari.localstack.dist;

import org.jspecify.annotations.NullMarked;
