package ma.jazari.events.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailAddressTest {

    @Test
    void is_the_same_however_it_is_written() {
        assertThat(MailAddress.of("Amina@Example.ORG")).isEqualTo(MailAddress.of("amina@example.org"));
        assertThat(MailAddress.of("ａｍｉｎａ@example．org")).isEqualTo(MailAddress.of("amina@example.org"));
        assertThat(MailAddress.of("Zoe\u0301@München.example")).isEqualTo(MailAddress.of("zoé@xn--mnchen-3ya.example"));
        assertThat(MailAddress.of("amina@معهد.example").orElseThrow().value()).startsWith("amina@xn--");
    }

    @Test
    void is_its_own_with_a_tag_but_of_the_same_mailbox() {
        var tagged = MailAddress.of("amina+lab+2@example.org").orElseThrow();

        assertThat(tagged.value()).isEqualTo("amina+lab+2@example.org");
        assertThat(tagged.mailbox()).isEqualTo("amina@example.org");
        assertThat(MailAddress.of("+2@example.org").orElseThrow().mailbox()).isEqualTo("+2@example.org");
        assertThat(MailAddress.of("amina@example.org").orElseThrow().mailbox()).isEqualTo("amina@example.org");
    }

    @Test
    void is_none_that_no_mail_can_go_to() {
        for (var text : new String[] {
            "amina",
            "amina@",
            "a＠b@example.org",
            "a\u00a0b@example.org",
            "amina@a。。org",
            "amina@" + "é".repeat(64) + ".org"
        }) {
            assertThat(MailAddress.of(text)).as(text).isEmpty();
        }
    }

    @Test
    void is_never_longer_than_it_can_be_kept() {
        var domain = "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(58);

        assertThat(MailAddress.of("i".repeat(64) + "@" + domain)).isPresent();
        // In lower case, each is two characters.
        assertThat(MailAddress.of("İ".repeat(64) + "@" + domain)).isEmpty();
    }
}
