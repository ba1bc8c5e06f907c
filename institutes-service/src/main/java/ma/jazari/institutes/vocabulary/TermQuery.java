package ma.jazari.institutes.vocabulary;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the terms of a vocabulary can be asked for. */
public class TermQuery extends ListQuery {

    @QueryParam("q")
    @Parameter(description = "Words of the term or its labels in any language; accents do not matter")
    public @Nullable String q;
}
