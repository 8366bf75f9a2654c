package org.posthouse.imap.view;

import org.posthouse.imap.token.TokenWriter;

/** Writes search keys. */
record SearchWriting(TokenWriter to) implements SearchKey.Cases<TokenWriter> {

    @Override
    public TokenWriter simple(SearchKey.Simple key) {
        return to.atom(key.name());
    }

    @Override
    public TokenWriter text(SearchKey.Text key) {
        return to.atom(key.name()).astring(key.value());
    }

    @Override
    public TokenWriter header(SearchKey.Header key) {
        return to.atom("HEADER").astring(key.field()).astring(key.value());
    }

    @Override
    public TokenWriter identity(SearchKey.Identity key) {
        return to.atom(key.name()).astring(key.id().text());
    }

    @Override
    public TokenWriter keyword(SearchKey.Keyword key) {
        return to.atom(key.set() ? "KEYWORD" : "UNKEYWORD").atom(key.flag().toString());
    }

    @Override
    public TokenWriter date(SearchKey.Date key) {
        return to.atom(key.name()).astring(Dates.text(key.date()));
    }

    @Override
    public TokenWriter numbered(SearchKey.Numbered key) {
        return to.atom(key.name()).number(key.value());
    }

    @Override
    public TokenWriter messages(SearchKey.Messages key) {
        return (key.uid() ? to.atom("UID") : to).atom(key.set().toString());
    }

    @Override
    public TokenWriter modSeq(SearchKey.ModSeq key) {
        to.atom("MODSEQ");
        key.entry().ifPresent(entry -> to.quoted(entry.name().text())
                .atom(entry.scope().toString()));
        return to.number(key.value());
    }

    @Override
    public TokenWriter not(SearchKey.Not key) {
        to.atom("NOT");
        return key.key().match(this);
    }

    @Override
    public TokenWriter fuzzy(SearchKey.Fuzzy key) {
        to.atom("FUZZY");
        return key.key().match(this);
    }

    @Override
    public TokenWriter or(SearchKey.Or key) {
        to.atom("OR");
        key.one().match(this);
        return key.other().match(this);
    }

    @Override
    public TokenWriter and(SearchKey.And key) {
        to.open();
        key.keys().forEach(one -> one.match(this));
        return to.close();
    }
}
