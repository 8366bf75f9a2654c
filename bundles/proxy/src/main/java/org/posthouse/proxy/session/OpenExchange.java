package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.view.MailboxName;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.intercept.Exchange;

/** A command whose tagged result is due. Reused by the table: only valid until then. */
final class OpenExchange implements Exchange {

    /** Longest tag that the framer admits, unless heads are lenient. */
    private static final int USUAL_TAG = 16;

    private byte[] tag = new byte[USUAL_TAG];
    private int tagLength;
    private long number;
    private CommandSpec spec = CommandSpec.UNKNOWN;
    private Optional<CommandName> name = Optional.empty();
    private Optional<Errand> own = Optional.empty();
    private Optional<Admission.Refused> instead = Optional.empty();
    private Optional<String> user = Optional.empty();
    private Optional<MailboxName> mailbox = Optional.empty();
    private String method = "";

    void begin(long newNumber, CommandSpec newSpec, ByteBuf buf, int tagStart, int tagEnd) {
        number = newNumber;
        spec = newSpec;
        name = Optional.empty();
        own = Optional.empty();
        instead = Optional.empty();
        user = Optional.empty();
        mailbox = Optional.empty();
        method = "";
        tagLength = tagEnd - tagStart;
        if (tagLength > tag.length) {
            tag = new byte[tagLength];
        }
        buf.getBytes(tagStart, tag, 0, tagLength);
    }

    boolean hasTag(ByteBuf buf, int tagStart, int tagEnd) {
        if (tagEnd - tagStart != tagLength) {
            return false;
        }
        for (int i = 0; i < tagLength; i++) {
            if (buf.getByte(tagStart + i) != tag[i]) {
                return false;
            }
        }
        return true;
    }

    CommandSpec spec() {
        return spec;
    }

    /** An interceptor has put another command in its place, under the same tag. */
    void rewritten(CommandSpec newSpec) {
        spec = newSpec;
        name = Optional.empty();
    }

    /** As the client wrote it, in capitals; for a command that is in no table. */
    void named(CommandName unknown) {
        name = Optional.of(unknown);
    }

    /** The command is an interceptor's own. */
    void sentBy(Errand sender) {
        own = Optional.of(sender);
    }

    Optional<Errand> own() {
        return own;
    }

    /** What the client gets in place of the server's result. */
    void answerWith(Admission.Refused reply) {
        instead = Optional.of(reply);
    }

    Optional<Admission.Refused> instead() {
        return instead;
    }

    /** Who logs in with it. */
    void logsIn(Optional<String> who) {
        user = who;
    }

    Optional<String> user() {
        return user;
    }

    /** By which mechanism; LOGIN is as good as PLAIN. */
    void method(String mechanism) {
        method = mechanism;
    }

    /** Empty as long as nobody has looked. */
    String method() {
        return method;
    }

    /** What it selects. */
    void selects(Optional<MailboxName> what) {
        mailbox = what;
    }

    Optional<MailboxName> mailbox() {
        return mailbox;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String tag() {
        return new String(tag, 0, tagLength, StandardCharsets.ISO_8859_1);
    }

    @Override
    public CommandName command() {
        return name.orElse(spec.name());
    }

    @Override
    public Optional<String> origin() {
        return own.map(Errand::origin);
    }
}
