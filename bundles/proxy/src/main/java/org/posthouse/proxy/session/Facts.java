package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.WriteLimits;
import org.posthouse.imap.view.MailboxName;
import org.posthouse.imap.view.SaslLine;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.proxy.chain.Subject;

/**
 * What the dialogue says of the session: who logs in, which mailbox is selected, whether names are UTF-8. Learned from
 * the commands that went upstream, in force when the server has said OK. Only the few commands that say such a thing are
 * looked at.
 */
final class Facts {

    private static final int MOST_NOTED = 16 * 1024;

    private ByteArrayOutputStream noted = new ByteArrayOutputStream(0);
    private Optional<OpenExchange> noting = Optional.empty();
    private Optional<String> mechanism = Optional.empty();
    private Optional<String> user = Optional.empty();
    private Optional<MailboxName> mailbox = Optional.empty();
    private Optional<String> clientName = Optional.empty();
    private boolean selected;
    private boolean utf8;

    Optional<String> user() {
        return user;
    }

    Optional<MailboxName> mailbox() {
        return mailbox;
    }

    /** What the client calls itself (RFC 2971). */
    Optional<String> clientName() {
        return clientName;
    }

    /** After STARTTLS the client has said nothing of itself. */
    void forgetClient() {
        clientName = Optional.empty();
    }

    /** Whether a mailbox is selected, known by name or not. */
    boolean selected() {
        return selected;
    }

    Reading reading() {
        return Reading.TOLERANT.withUtf8(utf8);
    }

    /** Literals are announced upstream by the session as the server takes them, whatever the writer wrote. */
    WriteLimits limits() {
        return WriteLimits.PLAIN.withUtf8(utf8);
    }

    /** The first octets of a command go upstream; whether it ends with them. */
    void begin(OpenExchange exchange, ByteBuf in, int pos, int end, boolean ends) {
        forgetNoted();
        if (!tells(exchange.spec())) {
            return;
        }
        noting = Optional.of(exchange);
        more(in, pos, end, ends);
    }

    /** More of the command that is being noted. */
    void more(ByteBuf in, int pos, int end, boolean ends) {
        if (noting.isEmpty()) {
            return;
        }
        if (noted.size() + end - pos > MOST_NOTED) {
            forgetNoted();
            return;
        }
        byte[] octets = ByteBufUtil.getBytes(in, pos, end - pos);
        if (!ends) {
            noted.writeBytes(octets);
            return;
        }
        if (noted.size() > 0) {
            noted.writeBytes(octets);
            octets = noted.toByteArray();
        }
        Message command = Message.command(Octets.owning(octets), reading());
        noting.ifPresent(x -> learn(x, command));
        forgetNoted();
    }

    /** The exchange is over, whatever of its command is still to come. */
    void answered(OpenExchange exchange) {
        if (noting.isPresent() && noting.get() == exchange) {
            forgetNoted();
        }
    }

    /** A line of a SASL exchange goes upstream. */
    void saslLine(OpenExchange exchange, ByteBuf in, int pos, int end) {
        Optional<String> first = mechanism;
        mechanism = Optional.empty();
        first.ifPresent(m -> SaslLine.read(Octets.owning(ByteBufUtil.getBytes(in, pos, end - pos)))
                .value()
                .ifPresent(line -> exchange.logsIn(CommandContent.user(m, line))));
    }

    void loggedIn(OpenExchange exchange) {
        user = exchange.user();
    }

    /** What was known of user and mailbox is void: STARTTLS, UNAUTHENTICATE. */
    void forget() {
        user = Optional.empty();
        mailbox = Optional.empty();
        selected = false;
        utf8 = false;
    }

    void select(OpenExchange exchange) {
        mailbox = exchange.mailbox();
        selected = true;
    }

    /** Whether a mailbox was selected until now. */
    boolean unselect() {
        boolean was = selected;
        selected = false;
        mailbox = Optional.empty();
        return was;
    }

    /** {@code * ENABLED …} (RFC 5161): names may be UTF-8 from now on (RFC 6855, RFC 9051). */
    void enabled(String line) {
        String words = line.toUpperCase(Locale.ROOT);
        utf8 |= words.contains(" UTF8=") || words.contains(" IMAP4REV2");
    }

    /** A password may be in it: not a moment longer than needed. */
    private void forgetNoted() {
        if (noting.isPresent()) {
            noting = Optional.empty();
            noted = noted.size() == 0 ? noted : new ByteArrayOutputStream(0);
        }
    }

    private static boolean tells(CommandSpec spec) {
        return spec == CommandSpec.ID || (spec.barrier() && (login(spec) || selects(spec)));
    }

    private static boolean login(CommandSpec spec) {
        return spec == CommandSpec.LOGIN || spec == CommandSpec.AUTHENTICATE;
    }

    private static boolean selects(CommandSpec spec) {
        return spec == CommandSpec.SELECT || spec == CommandSpec.EXAMINE;
    }

    /** A login that the chain is to decide on: it may never go upstream, and yet it is told who tried. */
    void tries(OpenExchange exchange, Subject subject) {
        if (login(exchange.spec()) && subject.complete() && !subject.truncated()) {
            learn(exchange, subject.message());
            mechanism = Optional.empty();
        }
    }

    private void learn(OpenExchange exchange, Message command) {
        CommandSpec spec = exchange.spec();
        if (spec == CommandSpec.AUTHENTICATE) {
            mechanism = CommandContent.authenticate(exchange, command);
        } else if (spec == CommandSpec.LOGIN) {
            CommandContent.login(exchange, command);
        } else if (spec == CommandSpec.ID) {
            clientName = CommandContent.clientName(command);
        } else {
            CommandContent.selects(exchange, command);
        }
    }
}
