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

    /** Those that are part of no other and not closed, by their codes, so many at most. */
    @Transactional
    public List<ProgrammeState> roots(int most) {
        return programmes
                .find("parentId is null and status = ?1 order by code", ProgrammeStatus.ACTIVE)
                .page(0, most)
                .stream()
                .map(Programme::state)
                .toList();
    }
}
