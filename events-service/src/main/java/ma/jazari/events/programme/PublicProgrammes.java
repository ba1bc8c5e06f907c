package ma.jazari.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.platform.text.LocalText;

/** What everybody may know of programmes. */
@ApplicationScoped
public class PublicProgrammes {

    private final ProgrammeRepository programmes;

    PublicProgrammes(ProgrammeRepository programmes) {
        this.programmes = programmes;
    }

    /** The titles of the programme; empty for one that the public does not know of. */
    @Transactional
    public Optional<List<LocalText>> titles(UUID id) {
        return programmes
                .findByIdOptional(id)
                .filter(programme -> programme.status().isPublic())
                .map(programme -> programme.state().titles());
    }
}
