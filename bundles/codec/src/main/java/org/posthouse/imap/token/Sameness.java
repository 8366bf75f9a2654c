package org.posthouse.imap.token;

import java.util.Optional;

/** Whether an old token says what a new one says, whatever form it has. */
final class Sameness {

    private final Line written;

    /** The line knows where the new message has strings, and where of these an atom would do as well. */
    Sameness(Line written) {
        this.written = written;
    }

    boolean same(Token old, Token fresh) {
        return alike(old, fresh) || fresh.match(new To(old));
    }

    /** The quick way: one form, the same octets. Content of a literal may be elsewhere, and a list has more to it. */
    private static boolean alike(Token old, Token fresh) {
        boolean here = fresh instanceof Token.Atom || fresh instanceof Token.Quoted;
        return here && old.getClass() == fresh.getClass() && sameOctets(old, fresh);
    }

    /** Whether two tokens consist of the same octets, in whatever message. */
    static boolean sameOctets(Token left, Token right) {
        return left.message.same(left.start(), left.end(), right.message, right.start(), right.end());
    }

    private final class To implements Token.Cases<Boolean> {

        private final Token old;

        To(Token old) {
            this.old = old;
        }

        @Override
        public Boolean atom(Token.Atom fresh) {
            return sameString(old, fresh);
        }

        @Override
        public Boolean nil(Token.Nil fresh) {
            return sameString(old, fresh);
        }

        @Override
        public Boolean quoted(Token.Quoted fresh) {
            return sameString(old, fresh);
        }

        @Override
        public Boolean literal(Token.Literal fresh) {
            if (fresh.streamed() || !written.hasString(fresh.start())) {
                return old instanceof Token.Literal literal
                        && (fresh.streamed() ? sameStream(literal, fresh) : sameLiteral(literal, fresh));
            }
            return sameString(old, fresh);
        }

        @Override
        public Boolean list(TokenList fresh) {
            return old instanceof TokenList list && sameItems(list, fresh);
        }

        @Override
        public Boolean text(Token.Text fresh) {
            return old instanceof Token.Text && old.octets().equals(fresh.octets());
        }
    }

    private static boolean sameStream(Token.Literal old, Token.Literal fresh) {
        return old.streamed() && old.length() == fresh.length() && old.literal8() == fresh.literal8();
    }

    /** Where the writer wrote a literal and no string: another form won't do. NUL makes each one a literal8. */
    private static boolean sameLiteral(Token.Literal old, Token.Literal fresh) {
        return !old.streamed()
                && old.string().equals(fresh.string())
                && (old.literal8() == fresh.literal8()
                        || old.string().filter(Octets::hasNul).isPresent());
    }

    private boolean sameItems(TokenList left, TokenList right) {
        if (left.bracketed() != right.bracketed()
                || left.items().size() != right.items().size()) {
            return false;
        }
        for (int i = 0; i < left.items().size(); i++) {
            if (!same(left.items().get(i), right.items().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** An atom where the writer wrote a word must be that word; where it wrote a string any form of it will do. */
    private boolean sameString(Token old, Token fresh) {
        Optional<Octets> left = old.string();
        boolean word = !written.hasString(fresh.start());
        boolean fits = written.hasWord(fresh.start()) || word == old instanceof Token.Atom;
        if (left.isEmpty() || !fits) {
            return false;
        }
        Octets right = fresh.string().orElse(Octets.EMPTY);
        boolean number =
                word && left.get().number().isPresent() && left.get().number().equals(right.number());
        return left.equals(fresh.string()) || number || word && left.get().is(right.latin1());
    }
}
