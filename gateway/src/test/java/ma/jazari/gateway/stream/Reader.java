package ma.jazari.gateway.stream;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ma.jazari.gateway.network.RawHttp;

/** Someone who reads the stream off the wire. */
final class Reader implements AutoCloseable {

    private static final Pattern SEQ = Pattern.compile("\"data\":\\{\"seq\":([0-9]+)");
    /** What a chunked answer ends with when it is whole. */
    static final String WHOLE_END = "\r\n0\r\n\r\n";

    // So that what is not read is soon in the gateway's way.
    private static final int RECEIVED_BYTES = 16 * 1024;

    private final RawHttp http = new RawHttp(RECEIVED_BYTES);

    /**
     * Asks for the stream.
     *
     * @param question such as {@code ?after=now}; may be empty
     * @param headers each with its line end
     */
    Reader(String question, String... headers) throws IOException {
        http.send("GET /v1/changes%s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n%s\r\n"
                .formatted(question, String.join("", headers)));
    }

    /** What comes up to and with this text. */
    String until(String text) throws IOException {
        return http.until(text);
    }

    /** What comes up to and with the change that stands there. */
    String untilChange(long seq) throws IOException {
        return http.until("\"data\":{\"seq\":" + seq + ",") + http.until("\n\n");
    }

    /** What comes until the gateway ends it. */
    String rest() throws IOException {
        return http.rest();
    }

    /** The changes in what was read, by their places. */
    static List<Long> seqs(String text) {
        return SEQ.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(found -> Long.valueOf(found.substring(found.lastIndexOf(':') + 1)))
                .toList();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
