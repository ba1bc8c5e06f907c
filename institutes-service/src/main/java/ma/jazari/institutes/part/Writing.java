package ma.jazari.institutes.part;

import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Who writes, and why. */
public record Writing(@Nullable String reason, Actor actor) {}
