package ma.jazari.events.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTextTest {

    @Test
    void escapes_markup_and_leaves_out_what_no_document_may_hold() {
        assertThat(XmlText.of("a<b> & c\uFFFF\uFFFE\u0001\uD800\u007Fd")).isEqualTo("a&lt;b&gt; &amp; c\u007Fd");
        assertThat(XmlText.of("الذكاء 🤖")).isEqualTo("الذكاء 🤖");
    }
}
