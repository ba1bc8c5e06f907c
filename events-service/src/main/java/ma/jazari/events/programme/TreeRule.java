package ma.jazari.events.programme;

import java.util.UUID;

/** What other records have against a programme's new place in the tree; asked while the tree is held. */
public interface TreeRule {

    /** @throws ma.jazari.platform.problem.Problem 409 where the programme cannot be a part of this parent */
    void checkMove(Programme programme, UUID parent);
}
