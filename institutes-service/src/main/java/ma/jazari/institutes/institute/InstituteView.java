package ma.jazari.institutes.institute;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import ma.jazari.institutes.merge.MergedInstitutes;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.text.Languages;

/** Institutes as the caller sees them: in its language, with what it may know of and do with them. */
@ApplicationScoped
class InstituteView {

    private final MergedInstitutes merged;
    private final CurrentActor actor;
    private final Languages languages;

    InstituteView(MergedInstitutes merged, CurrentActor actor, Languages languages) {
        this.merged = merged;
        this.actor = actor;
        this.languages = languages;
    }

    InstituteResponse of(Institute institute) {
        return of(List.of(institute)).getFirst();
    }

    List<InstituteResponse> of(List<Institute> institutes) {
        var restorable = merged.restorable(institutes, actor.get());
        return institutes.stream()
                .map(institute -> of(institute, moves(institute, restorable)))
                .toList();
    }

    InstituteResponse of(Institute institute, List<InstituteStatus> moves) {
        var contacts = InstitutePolicy.maySeePrivate(institute.id(), actor.get()) ? institute.contacts() : null;
        return InstituteResponse.of(institute.state(), contacts, moves, languages.preferred());
    }

    private List<InstituteStatus> moves(Institute institute, Map<String, InstituteStatus> restorable) {
        var before = restorable.get(institute.id());
        return before == null
                ? InstitutePolicy.moves(institute.kind(), institute.id(), institute.status(), actor.get())
                : List.of(before);
    }
}
