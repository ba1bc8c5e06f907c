package ma.jazari.events.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import ma.jazari.platform.security.Actor;

/** The progress of programmes as everybody may know it. */
@ApplicationScoped
public class PublicProgress {

    private final ProgressService service;

    PublicProgress(ProgressService service) {
        this.service = service;
    }

    /** The present progress of a programme that the public knows of, all indicators. */
    public ProgressResponse of(String programmeId) {
        return service.read(programmeId, new ProgressQuery(), Actor.ANONYMOUS, List.of());
    }
}
