package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.TokenWriter;

/** A parameter of CREATE (RFC 4466 §2.2, RFC 6154). */
public sealed interface CreateParameter {

    /** {@code USE (\Drafts)}: what the mailbox shall be for (RFC 6154 §3, §6); may be empty. */
    record Use(List<ListAttribute> uses) implements CreateParameter {
        public Use {
            uses = List.copyOf(uses);
        }

        static Use read(Args args) {
            return new Use(args.list("uses").all(ListAttribute::read));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.use(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom("USE").open();
            uses.forEach(use -> to.atom(use.toString()));
            to.close();
        }
    }

    /** What nobody here knows. */
    record Other(Parameter parameter) implements CreateParameter {
        public Other {
            Grammar.CREATE.unknown(parameter);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }

        @Override
        public void write(TokenWriter to) {
            parameter.write(to);
        }
    }

    /** One function per case. */
    interface Cases<R> {
        R use(Use use);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);

    void write(TokenWriter to);
}
