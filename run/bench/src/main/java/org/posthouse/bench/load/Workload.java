package org.posthouse.bench.load;

import java.util.Optional;
import org.posthouse.bench.sink.Answers;
import org.posthouse.bench.sink.Content;

/** What a session does again and again once it is logged in, and what it must get for it. */
public enum Workload {
    /** Connect, greeting, LOGIN, LOGOUT, the server's close: the whole session is the operation. */
    LOGIN("", new byte[0]),
    NOOP("NOOP", new byte[0]),
    FLAGS("UID FETCH 1:* (FLAGS)", Answers.flags()),
    BODY_4K("UID FETCH 1 BODY.PEEK[]", Answers.body(Answers.SMALL)),
    BODY_1M("UID FETCH 2 BODY.PEEK[]", Answers.body(Answers.LARGE)),
    APPEND_1M("APPEND INBOX {" + Answers.LARGE + "+}", new byte[0]),
    /** Logged in, IDLE sent, nothing more. */
    IDLE("IDLE", Answers.idling());

    private final String command;
    private final byte[] data;

    Workload(String command, byte[] data) {
        this.command = command;
        this.data = data;
    }

    String command() {
        return command;
    }

    /** The octets before the tagged result. */
    byte[] data() {
        return data.clone();
    }

    boolean selects() {
        return this == FLAGS || this == BODY_4K || this == BODY_1M;
    }

    /** What follows the command line as a literal. */
    Optional<byte[]> literal() {
        return this == APPEND_1M ? Optional.of(Content.message(Answers.LARGE)) : Optional.empty();
    }
}
