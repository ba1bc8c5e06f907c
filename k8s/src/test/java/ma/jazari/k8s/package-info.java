/** Whether what is deployed fits together. */
@NullMarked
package ma.jazari.k8s;

import org.jspecify.annotations.NullMarked;
