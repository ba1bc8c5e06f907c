package ma.jazari.platform.http;

import org.jspecify.annotations.Nullable;

/** A representation in which something was chosen by language. */
public interface Localized {

    /** BCP 47 tags for the Content-Language header, comma-separated; null where there is nothing to say. */
    @Nullable String contentLanguage();
}
