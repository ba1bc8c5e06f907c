package ma.jazari.gateway.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientLabelsTest {

    @Test
    void names_the_first_clients_and_takes_the_others_together() {
        var labels = new ClientLabels(2);

        assertThat(labels.of("one")).isEqualTo("one");
        assertThat(labels.of("two")).isEqualTo("two");
        assertThat(labels.of("three")).isEqualTo("other");
        assertThat(labels.of("one")).isEqualTo("one");
    }

    @Test
    void always_names_those_who_have_no_token() {
        var labels = new ClientLabels(0);

        assertThat(labels.of("anonymous")).isEqualTo("anonymous");
        assertThat(labels.of("one")).isEqualTo("other");
    }
}
