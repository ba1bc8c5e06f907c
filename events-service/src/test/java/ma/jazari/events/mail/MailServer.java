package ma.jazari.events.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A real mail server, which can be told to make difficulties. */
final class MailServer implements AutoCloseable {

    private static final String ACCEPTED = "";

    private final Map<String, IntFunction<String>> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final GreenMail server;

    private MailServer(int port) {
        server = new Difficult(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    static MailServer start(int port) {
        return new MailServer(port);
    }

    /** What it says to a mail for this address when it is asked for the nth time, from 1; nothing is a yes. */
    void says(String address, IntFunction<String> answer) {
        answers.put(address, answer);
    }

    /** How often it was to take a mail for this address. */
    int asked(String address) {
        return asked.getOrDefault(address, 0);
    }

    /** The mails that it took for this address, in their order. */
    List<MimeMessage> received(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isFor(message, address))
                .toList();
    }

    private static boolean isFor(MimeMessage message, String address) {
        try {
            var to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
            return to.getAddress().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private @Nullable String answer(String address) {
        int times = asked.merge(address, 1, Integer::sum);
        var answer = answers.getOrDefault(address, any -> ACCEPTED).apply(times);
        return answer.equals(ACCEPTED) ? null : answer;
    }

    /** Asks before it takes a mail. */
    private final class Difficult extends GreenMail {

        Difficult(ServerSetup setup) {
            super(setup);
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] config, Managers ignored) {
            managers = new Asking();
            return super.createServices(config, managers);
        }
    }

    private final class Asking extends Managers {

        private final SmtpManager smtp = new SmtpManager(getImapHostManager(), getUserManager()) {
            @Override
            public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
                return answer(recipient.getEmail());
            }
        };

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }
}
