package ma.jazari.platform.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import ma.jazari.platform.search.SearchName;
import ma.jazari.platform.search.SearchName.Kind;
import org.jspecify.annotations.Nullable;

/** Weighs what speaks for each candidate, and chooses one where the text leaves no doubt. */
final class Scoring {

    private static final double ALIAS = 0.97;
    private static final double ACRONYM = 0.84;
    private static final double FUZZY = 0.95;
    /** A name that is only a part of what stands between two commas. */
    private static final double WITHIN = 0.98;
    /** One that says so little that it stands in many texts that mean something else. */
    private static final double SAYS_LITTLE = 0.6;

    private static final double LITTLE = 1.5;
    private static final double PLACE = 0.05;
    private static final double WORTH_COMPARING = 0.4;
    private static final double LEAST = 0.45;
    private static final double SURE = 0.8;
    private static final double CLEAR = 0.04;
    private static final double EXACT = 0.9999;

    private final DirtyText text;
    private final Likeness likeness;

    Scoring(DirtyText text, Likeness likeness) {
        this.text = text;
        this.likeness = likeness;
    }

    /** The candidates that are worth mentioning, best first, at most as many as asked for. */
    List<Match> rank(List<Candidate> candidates, int limit) {
        var ranked = candidates.stream()
                .map(this::match)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Match::score).reversed().thenComparing(Match::id))
                .toList();
        boolean clear = !ranked.isEmpty()
                && ranked.getFirst().score() >= SURE
                && (ranked.size() == 1
                        || ranked.getFirst().score() - ranked.get(1).score() >= CLEAR);
        var shown = new ArrayList<>(ranked.subList(0, Math.min(limit, ranked.size())));
        if (clear) {
            var best = shown.getFirst();
            shown.set(0, new Match(best.id(), best.score(), true, best.type(), best.reasons()));
        }
        return shown;
    }

    private Optional<Match> match(Candidate candidate) {
        return candidate.names().stream()
                .map(this::evidence)
                .filter(Objects::nonNull)
                .max(Comparator.comparingDouble(Evidence::score))
                .map(best -> withPlace(candidate, best))
                .filter(match -> match.score() >= LEAST);
    }

    private Match withPlace(Candidate candidate, Evidence best) {
        var reasons = new ArrayList<>(List.of(best.reason()));
        double score = best.score();
        var words = " " + String.join(" ", text.words()) + " ";
        var place = candidate.places().stream()
                .filter(name -> words.contains(" " + name + " "))
                .findFirst();
        if (place.isPresent()) {
            // An id says as much as a name and a place together.
            score = Math.min(score + PLACE, 1 + PLACE);
            reasons.add("the text names its place, " + place.get());
        }
        // Above 1 while candidates are compared would hide that one has its place on its side.
        return new Match(candidate.id(), Math.round(score / (1 + PLACE) * 1000) / 1000.0, false, best.type(), reasons);
    }

    private @Nullable Evidence evidence(SearchName name) {
        return switch (name.kind()) {
            case ID ->
                text.ids().contains(name.text())
                        ? new Evidence(1 + PLACE, MatchType.EXACT, "the text holds its id or domain " + name.text())
                        : null;
            case KEY -> null;
            case SHORT -> acronym(name.text());
            case SHOWN, OTHER -> alike(name);
        };
    }

    private @Nullable Evidence acronym(String name) {
        boolean there = text.segments().contains(name) || text.words().contains(name);
        return there ? new Evidence(ACRONYM, MatchType.ACRONYM, "the text holds its short form " + quoted(name)) : null;
    }

    private @Nullable Evidence alike(SearchName name) {
        var compared = likeness.name(List.of(name.text().split(" ", -1)));
        if (compared.covered() < WORTH_COMPARING) {
            return null;
        }
        double whole = compared.likeSegment();
        double little = compared.weight() < LITTLE ? SAYS_LITTLE : 1;
        double within = compared.likeRun() * WITHIN * little;
        double like = Math.max(whole, within);
        boolean exact = whole > EXACT || within > EXACT * WITHIN * little;
        if (exact && name.kind() == Kind.SHOWN) {
            return new Evidence(like, MatchType.EXACT, "the text holds its name " + quoted(name.text()));
        }
        if (exact) {
            return new Evidence(
                    like * ALIAS, MatchType.ALIAS, "the text holds another name of it, " + quoted(name.text()));
        }
        return new Evidence(
                like * FUZZY,
                MatchType.FUZZY,
                String.format(Locale.ROOT, "the text resembles its name %s by %.2f", quoted(name.text()), like));
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private record Evidence(double score, MatchType type, String reason) {}
}
