package ma.jazari.platform.json;

/** Marks a record that is read from a request body by {@link JsonBinder}. */
public interface JsonRequest {}
