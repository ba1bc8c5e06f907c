package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Tells those who registered what has become of their event, some at a time, in a transaction of its own. */
@ApplicationScoped
class DueNews {

    private final DeskRepository desks;
    private final EventNews news;
    private final RegistrationRepository registrations;
    private final RegistrationMails mails;
    private final RegistrationConfig config;

    DueNews(
            DeskRepository desks,
            EventNews news,
            RegistrationRepository registrations,
            RegistrationMails mails,
            RegistrationConfig config) {
        this.desks = desks;
        this.news = news;
        this.registrations = registrations;
        this.mails = mails;
        this.config = config;
    }

    @Transactional
    List<UUID> events(int limit) {
        return news.events(limit);
    }

    /** Tells some; says whether there may be more. At the desk, so that nobody goes or is erased meanwhile. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean tellSome(UUID eventId) {
        var desk = desks.lock(eventId).orElseThrow();
        var next = news.first(desk.programEventId());
        next.ifPresent(this::tell);
        return next.isPresent();
    }

    private void tell(EventNews.Item item) {
        var some = registrations.open(item.eventId(), item.afterNumber(), item.lastNumber(), config.batch());
        mails.tellAllOf(item.event(), some);
        if (some.size() < config.batch()) {
            news.remove(item);
        } else {
            news.toldThrough(item, some.getLast().number());
        }
    }
}
