package org.posthouse.proxy.chain;

import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.view.SaslLine;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.DataView;
import org.posthouse.intercept.Direction;
import org.posthouse.intercept.ResponseView;
import org.posthouse.intercept.SentView;
import org.posthouse.intercept.TailView;

/** The views that interceptors see. */
final class Views {

    private Views() {}

    /** A command's first line. */
    static final class Command extends LineView implements CommandView {
        private final String tag;
        private final CommandName name;

        Command(Subject subject, String tag, CommandName name) {
            super(Direction.CLIENT_TO_PROXY, subject);
            this.tag = tag;
            this.name = name;
        }

        @Override
        public String tag() {
            subject();
            return tag;
        }

        @Override
        public CommandName name() {
            subject();
            return name;
        }
    }

    /** A response's first line. */
    static final class Response extends LineView implements ResponseView {
        private final ResponseName name;
        private final boolean tagged;

        Response(Subject subject, ResponseName name, boolean tagged) {
            super(Direction.SERVER_TO_PROXY, subject);
            this.name = name;
            this.tagged = tagged;
        }

        @Override
        public ResponseName name() {
            subject();
            return name;
        }

        @Override
        public boolean tagged() {
            subject();
            return tagged;
        }
    }

    /** A client's line of data. */
    static final class Data extends LineView implements DataView {
        private final boolean sasl;
        private final int index;

        Data(Subject subject, boolean sasl, int index) {
            super(Direction.CLIENT_TO_PROXY, subject);
            this.sasl = sasl;
            this.index = index;
        }

        @Override
        public boolean sasl() {
            subject();
            return sasl;
        }

        @Override
        public int index() {
            subject();
            return index;
        }

        @Override
        public Parsed<SaslLine> saslLine() {
            return sasl ? SaslLine.read(subject().octets()) : new Parsed.Absent<>();
        }
    }

    /** A later line. */
    static final class Tail extends LineView implements TailView {
        Tail(Direction direction, Line line) {
            super(direction, Subject.later(direction, line));
        }
    }

    /** A line that leaves. */
    static final class Sent extends LineView implements SentView {
        private final boolean ours;

        Sent(Direction direction, Line line, boolean ours) {
            super(direction, Subject.later(direction, line));
            this.ours = ours;
        }

        @Override
        public boolean ours() {
            subject();
            return ours;
        }
    }
}
