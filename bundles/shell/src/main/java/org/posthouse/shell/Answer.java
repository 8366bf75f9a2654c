package org.posthouse.shell;

/**
 * What a verb says.
 *
 * @param code as in sysexits: 0 done, 64 usage, 69 there is no such thing
 * @param text for people, each line with its end
 */
record Answer(int code, String text) {

    static final int DONE = 0;
    static final int USAGE = 64;
    static final int UNAVAILABLE = 69;

    static Answer done(String text) {
        return new Answer(DONE, text);
    }

    static Answer usage(String reason) {
        return new Answer(USAGE, reason + "\n");
    }

    static Answer missing(String what) {
        return new Answer(UNAVAILABLE, "there is no " + what + "\n");
    }
}
