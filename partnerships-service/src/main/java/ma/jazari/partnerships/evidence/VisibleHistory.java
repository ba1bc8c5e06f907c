package ma.jazari.partnerships.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import ma.jazari.partnerships.convention.ConventionPolicy;
import ma.jazari.platform.changelog.History;
import ma.jazari.platform.changelog.HistoryItem;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;

/** Writes the history of a convention, one item a line, as far as its reader may see it. */
@ApplicationScoped
class VisibleHistory {

    private static final String PAGE = "200";

    private final History history;
    private final ObjectMapper mapper;

    VisibleHistory(History history, ObjectMapper mapper) {
        this.history = history;
        this.mapper = mapper;
    }

    /** Up to the version that the rest of the evidence is of; says which versions that were. */
    Versions write(Evidence evidence, OutputStream to) throws IOException {
        long last = evidence.convention().version();
        long count = 0;
        // By pages, so that a reader who takes its time keeps no connection to the database.
        var query = new ListQuery();
        query.limit = PAGE;
        do {
            var page = page(evidence, query);
            for (var item : page.items()) {
                if (item.version() <= last) {
                    to.write(mapper.writeValueAsBytes(item));
                    to.write('\n');
                    count++;
                }
            }
            query.cursor = page.nextCursor();
        } while (query.cursor != null);
        return new Versions(count == last, count);
    }

    private Page<HistoryItem> page(Evidence evidence, ListQuery query) {
        var subject =
                new Subject(ConventionPolicy.SUBJECT, evidence.convention().id());
        return history.of(subject, query, evidence.reader(), evidence.insider());
    }
}
