package ma.jazari.platform.paging;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value of a facet, and how many of the items that match have it. */
public record FacetCount(@Schema(examples = "MA-03") String value, @Schema(examples = "12") long count) {}
