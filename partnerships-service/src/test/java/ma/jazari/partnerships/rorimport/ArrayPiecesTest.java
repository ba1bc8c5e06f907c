package ma.jazari.partnerships.rorimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.platform.bulk.BodyRefused;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ArrayPiecesTest {

    private static final int LONGEST = 40;

    private static List<String> split(String afterTheBracket) throws IOException {
        var pieces =
                new ArrayPieces(new ByteArrayInputStream(afterTheBracket.getBytes(StandardCharsets.UTF_8)), LONGEST);
        var found = new ArrayList<String>();
        for (var piece = pieces.next(); piece != null; piece = pieces.next()) {
            assertThat(piece.line()).isEqualTo(found.size() + 1);
            var text = piece.text();
            found.add(
                    text == null ? "!" + piece.errors().getFirst().detail() : new String(text, StandardCharsets.UTF_8));
        }
        return found;
    }

    @Test
    void tells_elements_apart_by_their_brackets_and_commas() throws IOException {
        assertThat(split("{\"a\":[1,2]},\n {\"b\":{}} ]")).containsExactly("{\"a\":[1,2]}", "{\"b\":{}} ");
        assertThat(split("{\"a\":\"],}\\\",\"},1]")).containsExactly("{\"a\":\"],}\\\",\"}", "1");
        assertThat(split(" \n]")).isEmpty();
        assertThat(split("1]  trailing")).containsExactly("1");
    }

    @Test
    void does_not_let_one_that_is_wrong_spoil_the_next() throws IOException {
        assertThat(split("{\"a\": }, {\"b\":1}]")).containsExactly("{\"a\": }", "{\"b\":1}");
        assertThat(split("1,,2,]")).containsExactly("1", "", "2", "");
        assertThat(split("{\"a\":\"" + "x".repeat(LONGEST) + "\"},2]"))
                .containsExactly("!is longer than 40 bytes", "2");
    }

    @Test
    void refuses_an_array_that_is_not_closed() {
        for (var open : List.of("", "{\"a\":1}", "{\"a\":[1", "\"text]", "1,")) {
            assertThatThrownBy(() -> split(open))
                    .isInstanceOf(BodyRefused.class)
                    .hasMessageContaining("not closed");
        }
    }

    @Property(tries = 200)
    void finds_what_was_written(@ForAll @Size(max = 8) List<@StringLength(max = 6) String> texts) throws IOException {
        var mapper = new ObjectMapper();
        var array = mapper.writeValueAsString(texts);

        var found = split(array.substring(1));

        var read = new ArrayList<String>();
        for (var text : found) {
            read.add(mapper.readValue(text, String.class));
        }
        assertThat(read).isEqualTo(texts);
    }
}
