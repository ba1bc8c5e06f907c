package ma.jazari.events.file;

import org.jspecify.annotations.Nullable;

/** What is published of a file with its event, under the file's id. */
record FileState(String name, @Nullable String title, String mediaType, long size, String digest) {}
