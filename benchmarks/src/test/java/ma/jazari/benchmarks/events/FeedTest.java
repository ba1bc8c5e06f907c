package ma.jazari.benchmarks.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import ma.jazari.benchmarks.BenchmarkException;
import org.junit.jupiter.api.Test;

class FeedTest {

    @Test
    void is_whole_or_it_is_refused() {
        var text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR";

        assertThatCode(() -> Feed.CALENDAR.check(text, 2)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Feed.CALENDAR.check(text, 3))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("holds 2 events instead of 3");
    }

    @Test
    void holds_no_more_than_the_service_lets_it_hold() {
        assertThat(Feed.CALENDAR.holds(10_004)).isEqualTo(10_000);
        assertThat(Feed.NEWS.holds(5_000)).isEqualTo(200);
        assertThat(Feed.NEWS.holds(7)).isEqualTo(7);
    }

    @Test
    void is_asked_for_by_its_type() {
        var call = Feed.CALENDAR.at(URI.create("http://localhost/v1/calendars/network.ics"));

        assertThat(call.headers()).containsEntry("Accept", "text/calendar");
        assertThat(call.expected()).isEqualTo(200);
    }
}
