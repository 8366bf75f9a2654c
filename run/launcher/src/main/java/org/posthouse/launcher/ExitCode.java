package org.posthouse.launcher;

import java.util.Arrays;
import java.util.Optional;

/** What the process ends with; the numbers are those of {@code sysexits.h}, so that service managers can tell causes apart. */
enum ExitCode {
    OK(0),
    /** The command line or an environment variable can't be understood. */
    USAGE(64),
    /** Nothing can be served: no listener got its port, or the instance that was asked doesn't run or isn't ready. */
    UNAVAILABLE(69),
    /** The installation is damaged, or a bundle would not stop. */
    SOFTWARE(70),
    /** What is to be parsed can't be read, or the result can't be written. */
    INPUT_OUTPUT(74),
    /** Another instance uses the data folder; trying again later may help. */
    TEMPORARY(75),
    /** A folder can't be read or written. */
    PERMISSION(77),
    /** No listener is configured without a fault. */
    CONFIGURATION(78),
    /** A second TERM cut the drain short: 128 + SIGTERM, as a shell reports it. */
    TERMINATED(143);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The one with this number, as text. */
    static Optional<ExitCode> of(String number) {
        return Arrays.stream(values())
                .filter(code -> String.valueOf(code.number).equals(number))
                .findFirst();
    }

    int number() {
        return number;
    }
}
