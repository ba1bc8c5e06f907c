package ma.jazari.platform.http;

/** A representation of a record that has versions; its ETag begins with the version, so that If-Match can name it. */
public interface Versioned {

    long version();
}
