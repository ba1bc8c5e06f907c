package ma.jazari.institutes.part;

import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.json.MergePatch;

/** A change of a part, and the version that it is based on. */
public record Edit(ExpectedVersion expected, MergePatch patch) {}
