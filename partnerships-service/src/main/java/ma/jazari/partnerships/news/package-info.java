/** News of organisations, kept until their conventions have heard of it. */
@NullMarked
package ma.jazari.partnerships.news;

import org.jspecify.annotations.NullMarked;
