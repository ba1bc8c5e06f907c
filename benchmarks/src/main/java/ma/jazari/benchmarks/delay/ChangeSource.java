package ma.jazari.benchmarks.delay;

import java.util.concurrent.CompletionStage;

/** What makes changes that arrive at a consumer. */
interface ChangeSource {

    String name();

    /** Makes one without waiting; completed with the record's id when the change is confirmed. */
    CompletionStage<String> change();
}
