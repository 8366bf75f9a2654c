package org.posthouse.launcher;

/** Why the launcher does not go on: for a person a line, with the faults behind it if there are several; for a service manager a code. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final ExitCode code;

    Refusal(ExitCode code, String line) {
        super(line);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
