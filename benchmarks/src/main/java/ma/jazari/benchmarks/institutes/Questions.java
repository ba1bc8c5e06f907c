package ma.jazari.benchmarks.institutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ma.jazari.benchmarks.questions.Question;
import ma.jazari.benchmarks.questions.Typing;

/** Searches for institutes that are there, in equal shares of the ways to ask for one. */
final class Questions {

    private static final int LONGEST_QUERY = 500;
    private static final List<Integer> PREFIXES = List.of(2, 4, 8);
    private static final int NOISE_WORDS = 6;

    private Questions() {}

    /** What is typed into a search box. */
    static List<Question> searches(List<KnownInstitute> institutes) {
        var typing = new Typing();
        return institutes.stream()
                .flatMap(institute -> searches(institute, typing))
                .filter(question -> question.text().length() <= LONGEST_QUERY)
                .toList();
    }

    private static Stream<Question> searches(KnownInstitute known, Typing typing) {
        var name = known.name();
        var words = known.longWords();
        var questions = new ArrayList<Question>();
        questions.add(new Question("exact name", name));
        questions.add(new Question("no accents", Typing.withoutAccents(name)));
        questions.add(new Question("typing error", typing.withError(name)));
        questions.add(new Question("two words", words.getFirst() + " " + words.getLast()));
        questions.add(new Question("id", known.id()));
        known.arabicName().ifPresent(arabic -> questions.add(new Question("Arabic name", arabic)));
        known.city().ifPresent(city -> questions.add(new Question("city", city)));
        known.domain().ifPresent(domain -> questions.add(new Question("domain", domain)));
        return questions.stream();
    }

    /** How publications write affiliations. */
    static List<Question> affiliations(List<KnownInstitute> institutes) {
        var typing = new Typing();
        return institutes.stream()
                .flatMap(institute -> affiliations(institute, typing))
                .toList();
    }

    private static Stream<Question> affiliations(KnownInstitute known, Typing typing) {
        var name = known.name();
        var city = known.city().orElse("Rabat");
        return Stream.of(
                new Question("name, city", name + ", " + city),
                new Question("department", "Département d'informatique, " + name + ", " + city + ", Maroc"),
                new Question("abbreviated", "Dept. Comp. Sci., " + Typing.abbreviated(name) + ", " + city),
                new Question("typing error", typing.withError(name) + ", " + city + ", Morocco"),
                new Question("noise", typing.noise(NOISE_WORDS)));
    }

    /** What is typed until a suggestion is chosen. */
    static List<Question> beginnings(List<KnownInstitute> institutes) {
        return institutes.stream()
                .map(KnownInstitute::name)
                .flatMap(name -> PREFIXES.stream()
                        .filter(length -> name.length() >= length)
                        .map(length -> new Question(length + " letters", name.substring(0, length))))
                .map(question -> new Question(question.kind(), question.text().toLowerCase(Locale.ROOT)))
                .filter(question -> !question.text().isBlank())
                .toList();
    }
}
