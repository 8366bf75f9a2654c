package org.posthouse.bench.load;

/** The proxy sent something else than the sink. */
final class WrongAnswer extends Exception {
    private static final long serialVersionUID = 1;

    WrongAnswer(String message) {
        super(message, null, false, false);
    }
}
