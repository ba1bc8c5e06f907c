package ma.jazari.institutes.vocabulary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;

/** Reads and keeps the vocabularies. A term is never removed, for records have it: it is retired. */
@ApplicationScoped
class VocabularyService {

    private static final Pattern TERM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");
    private static final int MAX_LENGTH = 60;
    private static final int MAX_TERMS = 2_000;

    private final Terms terms;

    VocabularyService(Terms terms) {
        this.terms = terms;
    }

    List<Vocabulary> all() {
        return Arrays.asList(Vocabulary.values());
    }

    /** A page of the vocabulary's terms, by term. */
    Page<Term> terms(String name, TermQuery query) {
        var vocabulary = Vocabulary.named(name);
        var binding = "vocabulary " + name + " " + query.q;
        var after = Cursor.values(query.cursor, binding, 1);
        Cursor.reading(() -> after.forEach(VocabularyService::checkTerm));
        var rows = terms.after(vocabulary, after.isEmpty() ? "" : after.getFirst(), query.q, query.limit() + 1);
        return Page.of(
                rows,
                query.limit(),
                row -> row,
                row -> Cursor.after(binding, List.of(row.term())),
                query.wantsTotal() ? terms.count(vocabulary, query.q) : null);
    }

    private static void checkTerm(String text) {
        if (!isTerm(text)) {
            throw new IllegalArgumentException("no term");
        }
    }

    private static boolean isTerm(String text) {
        return text.length() <= MAX_LENGTH && TERM.matcher(text).matches();
    }

    Term term(String name, String term) {
        var vocabulary = Vocabulary.named(name);
        return Optional.of(term)
                .filter(VocabularyService::isTerm)
                .flatMap(wanted -> terms.find(vocabulary, wanted))
                .orElseThrow(() -> Problem.notFound("term of " + name + " called", term));
    }

    /** Adds the term or replaces it; whether it is new. */
    @Transactional
    boolean put(String name, Term term) {
        var vocabulary = Vocabulary.named(name);
        if (!isTerm(term.term())) {
            throw Problem.invalid(
                    "term", "must be up to 60 characters such as arabic-nlp: lower-case words with hyphens");
        }
        boolean added = terms.put(vocabulary, term);
        if (added && terms.count(vocabulary, null) > MAX_TERMS) {
            throw Problem.conflict("A vocabulary has at most " + MAX_TERMS + " terms.");
        }
        return added;
    }
}
