package ma.jazari.localstack.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Ready when a GET is answered with 200. */
public record HttpProbe(URI uri) implements Probe {

    private static final int PATIENCE_MILLIS = 5_000;

    @Override
    public boolean isReady() {
        try {
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException down) {
            return false;
        }
    }
}
