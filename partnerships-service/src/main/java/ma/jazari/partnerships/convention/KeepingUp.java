package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import ma.jazari.partnerships.deadline.DueConvention;

/** Lets come to pass what days, and news of its parties, have brought to a convention. */
@ApplicationScoped
class KeepingUp implements DueConvention {

    private final ConventionWriter writer;

    KeepingUp(ConventionWriter writer) {
        this.writer = writer;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void keepUp(String conventionId) {
        writer.lock(conventionId).ifPresent(writer::keepUp);
    }
}
