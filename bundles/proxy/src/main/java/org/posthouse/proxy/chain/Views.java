package org.posthouse.proxy.chain;

import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.Direction;
import org.posthouse.intercept.ResponseView;
import org.posthouse.intercept.SentView;
import org.posthouse.intercept.TailView;

/** The four views that interceptors see. */
final class Views {

    private Views() {}

    /** A command's first line. */
    static final class Command extends LineView implements CommandView {
        private final String tag;
        private final CommandName name;

        Command(Line line, String tag, CommandName name) {
            super(Direction.CLIENT_TO_PROXY, line);
            this.tag = tag;
            this.name = name;
        }

        @Override
        public String tag() {
            line();
            return tag;
        }

        @Override
        public CommandName name() {
            line();
            return name;
        }
    }

    /** A response's first line. */
    static final class Response extends LineView implements ResponseView {
        private final ResponseName name;
        private final boolean tagged;

        Response(Line line, ResponseName name, boolean tagged) {
            super(Direction.SERVER_TO_PROXY, line);
            this.name = name;
            this.tagged = tagged;
        }

        @Override
        public ResponseName name() {
            line();
            return name;
        }

        @Override
        public boolean tagged() {
            line();
            return tagged;
        }
    }

    /** A later line. */
    static final class Tail extends LineView implements TailView {
        private final boolean data;

        Tail(Direction direction, Line line, boolean data) {
            super(direction, line);
            this.data = data;
        }

        @Override
        public boolean data() {
            line();
            return data;
        }
    }

    /** A line that leaves. */
    static final class Sent extends LineView implements SentView {
        private final boolean ours;

        Sent(Direction direction, Line line, boolean ours) {
            super(direction, line);
            this.ours = ours;
        }

        @Override
        public boolean ours() {
            line();
            return ours;
        }
    }
}
