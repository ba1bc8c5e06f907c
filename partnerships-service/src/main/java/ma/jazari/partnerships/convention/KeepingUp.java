package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import ma.jazari.partnerships.deadline.DueConvention;

/** Lets come to pass what days, and news of its parties, have brought to a convention. */
@ApplicationScoped
class KeepingUp implements DueConvention {

    private final ConventionWriter writer;
    private final ConventionIndex index;

    KeepingUp(ConventionWriter writer, ConventionIndex index) {
        this.writer = writer;
        this.index = index;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void keepUp(String conventionId) {
        writer.lock(conventionId).ifPresent(convention -> {
            writer.catchUp(convention);
            writer.attend(convention);
            // A party may have another name.
            index.put(List.of(convention));
        });
    }
}
