package ma.jazari.benchmarks.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class NginxTest {

    @Test
    void passes_what_comes_at_its_port_on_over_connections_that_stay() {
        var configuration = Nginx.configuration(8079, URI.create("http://127.0.0.1:9123/v1/institutes/j00000098"));

        assertThat(configuration)
                .contains("listen 127.0.0.1:8079;", "server 127.0.0.1:9123;", "proxy_set_header Connection \"\";")
                .contains("access_log off;");
    }
}
