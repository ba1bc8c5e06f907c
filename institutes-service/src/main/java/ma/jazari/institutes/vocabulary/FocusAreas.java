package ma.jazari.institutes.vocabulary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.jazari.institutes.vocabulary.Terms.Refusal;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violation;
import org.jspecify.annotations.Nullable;

/** The focus areas that institutes may take up: terms of the vocabulary, and what a record has had before. */
@ApplicationScoped
public class FocusAreas {

    private final Terms terms;

    FocusAreas(Terms terms) {
        this.terms = terms;
    }

    /**
     * The focus areas that one record wants.
     *
     * @param terms null for none
     * @param had those that the record has already; they may stay, whatever became of them
     */
    public record Choice(@Nullable List<String> terms, Collection<String> had) {

        private Stream<String> added() {
            return Stream.ofNullable(terms).flatMap(List::stream).filter(term -> !had.contains(term));
        }
    }

    /** @throws Problem 400 with each term that cannot be taken up, and those close to it */
    public void check(Choice choice) {
        var violations = violations(List.of(choice)).getFirst();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /** What is wrong with each of the choices, in their order; in one query at most, however many they are. */
    public List<List<Violation>> violations(List<Choice> choices) {
        var added = choices.stream().flatMap(Choice::added).collect(Collectors.toSet());
        Map<String, Refusal> refused = added.isEmpty() ? Map.of() : terms.refused(Vocabulary.FOCUS_AREAS, added);
        return choices.stream().map(choice -> violations(choice, refused)).toList();
    }

    private static List<Violation> violations(Choice choice, Map<String, Refusal> refused) {
        var wanted = choice.terms() == null ? List.<String>of() : choice.terms();
        return IntStream.range(0, wanted.size())
                .filter(i -> !choice.had().contains(wanted.get(i)))
                .boxed()
                .flatMap(i -> Stream.ofNullable(refused.get(wanted.get(i)))
                        .map(refusal -> new Violation("/focusAreas/" + i, refusal.detail())))
                .toList();
    }
}
