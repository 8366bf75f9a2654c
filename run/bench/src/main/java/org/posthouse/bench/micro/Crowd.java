package org.posthouse.bench.micro;

/** Who is there in a session. */
public enum Crowd {
    NOBODY("no interceptor", Audience.uninterested(0)),
    UNINTERESTED_1("1 uninterested", Audience.uninterested(1)),
    UNINTERESTED_10("10 uninterested", Audience.uninterested(10)),
    OBSERVER_1("1 observer", Audience.observers(1)),
    OBSERVERS_5("5 observers", Audience.observers(5)),
    OBSERVERS_10("10 observers", Audience.observers(10)),
    PARSER_1("1 observer that parses", Audience.parser()),
    REWRITER_1("1 rewriter", Audience.rewriter());

    private final String title;
    private final Audience audience;

    Crowd(String title, Audience audience) {
        this.title = title;
        this.audience = audience;
    }

    Audience audience() {
        return audience;
    }

    @Override
    public String toString() {
        return title;
    }
}
