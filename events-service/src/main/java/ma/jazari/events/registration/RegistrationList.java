package ma.jazari.events.registration;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import ma.jazari.events.programevent.Question;
import ma.jazari.platform.bulk.CsvText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Who registered, as a table: a column for each question of the form, too. */
final class RegistrationList {

    private static final List<String> COLUMNS = List.of(
            "id",
            "number",
            "state",
            "name",
            "email",
            "organisation",
            "lang",
            "createdAt",
            "checkedInAt",
            "consentedAt");

    private final List<Question> questions;
    private final CSVPrinter printer;

    RegistrationList(List<Question> questions, OutputStream out) throws IOException {
        this.questions = questions;
        this.printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        printer.printRecord(Stream.concat(COLUMNS.stream(), questions.stream().map(Question::key))
                .toList());
    }

    void write(Registration registration) throws IOException {
        var person = registration.person();
        var known = person == null
                ? Stream.<@Nullable Object>of(null, null, null, null)
                : Stream.of(person.name(), person.email(), person.organisation(), person.lang());
        var row = Stream.of(
                        Stream.<@Nullable Object>of(registration.id(), registration.number(), registration.state()),
                        known,
                        Stream.<@Nullable Object>of(
                                registration.createdAt(),
                                registration.checkedInAt(),
                                person == null ? null : person.consentedAt()),
                        questions.stream().map(question -> answer(person, question)))
                .flatMap(cells -> cells)
                .map(RegistrationList::cell)
                .toList();
        printer.printRecord(row);
    }

    private static @Nullable Object answer(@Nullable Person person, Question question) {
        return person == null ? null : person.answers().get(question.key());
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> several ->
                CsvText.write(CsvText.join(several.stream().map(Object::toString)));
            // No spreadsheet takes a minus before digits for a formula.
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> CsvText.write(value.toString());
        };
    }

    void end() throws IOException {
        printer.flush();
    }
}
