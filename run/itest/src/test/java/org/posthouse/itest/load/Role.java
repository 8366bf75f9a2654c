package org.posthouse.itest.load;

import java.io.IOException;
import java.util.Random;

/** What a session does, again and again. */
enum Role {
    /** Stays in IDLE and is told of each new mail, once, in order. */
    IDLES {
        @Override
        void turn(LoadSession session, Random random) throws IOException {
            String tag = session.send("IDLE");
            session.expect("+ idling");
            for (int i = 1; i <= LoadServer.PUSHES; i++) {
                session.expect("* " + i + " EXISTS");
            }
            session.wire().send("DONE\r\n");
            session.expect(tag + " OK done");
        }
    },
    /** Is in the middle of a literal from the server. */
    FETCHES {
        @Override
        void turn(LoadSession session, Random random) throws IOException {
            Content content = new Content(random.nextInt(1000), 10 + random.nextInt(200_000));
            String tag = session.send("UID FETCH 1 BODY[] seed " + content.seed() + " size " + content.size());
            session.expect("* 1 FETCH (UID 1 BODY[] {" + content.size() + "}");
            session.check(
                    Content.checksum(content.octets()),
                    Content.checksum(session.wire().octets(content.size())));
            session.expect(")");
            session.expect(tag + " OK done");
        }
    },
    /** Is in the middle of a literal to the server. */
    APPENDS {
        @Override
        void turn(LoadSession session, Random random) throws IOException {
            Content content = new Content(random.nextInt(1000), 10 + random.nextInt(100_000));
            boolean waits = random.nextBoolean();
            String tag = session.send("APPEND INBOX {" + content.size() + (waits ? "}" : "+}"));
            if (waits) {
                String go = session.wire().line();
                session.check(true, go.startsWith("+"));
            }
            LoadServer.inPieces(session.wire(), content.octets());
            session.wire().send("\r\n");
            session.expect(tag + " OK [APPENDUID 1 " + Content.checksum(content.octets()) + "] done");
        }
    },
    /** Is in the middle of logging in, most of the time. */
    LOGS_IN {
        @Override
        void turn(LoadSession session, Random random) throws IOException {
            session.again();
        }
    },
    /** Sends without waiting. */
    PIPELINES {
        @Override
        void turn(LoadSession session, Random random) throws IOException {
            int many = 1 + random.nextInt(30);
            int from = session.reserve(many);
            StringBuilder commands = new StringBuilder();
            for (int i = from; i < from + many; i++) {
                commands.append("t" + i + " NOOP\r\n");
            }
            session.wire().send(commands.toString());
            for (int i = from; i < from + many; i++) {
                session.expect("t" + i + " OK done");
            }
            LoadServer.pause(5);
        }
    },
    /** Pipelines what a guard forbids between what it allows; only in tests that have one. */
    TRESPASSES {
        @Override
        void turn(LoadSession session, Random random) throws IOException {
            int many = 1 + random.nextInt(10);
            int from = session.reserve(many);
            StringBuilder commands = new StringBuilder();
            for (int i = from; i < from + many; i++) {
                commands.append("f" + i + " DELETE forbidden\r\nt" + i + " NOOP\r\n");
            }
            try {
                session.wire().send(commands.toString());
                for (int i = from; i < from + many; i++) {
                    session.check(true, session.wire().line().startsWith("f" + i + " NO "));
                    session.expect("t" + i + " OK done");
                }
            } catch (IOException ended) {
                session.reborn(); // a guard that fails may end sessions, as long as it lets nothing through
            }
        }
    };

    abstract void turn(LoadSession session, Random random) throws IOException;
}
