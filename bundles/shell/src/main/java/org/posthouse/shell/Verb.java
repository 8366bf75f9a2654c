package org.posthouse.shell;

import java.util.List;
import org.posthouse.admin.Administration;

/**
 * One thing that can be asked or done.
 *
 * @param name by which it is called
 * @param arguments for its usage line; optional ones in brackets
 * @param does what it is for, in a few words
 * @param least how many arguments it needs
 * @param most how many it takes
 * @param action what it does with them
 */
record Verb(String name, String arguments, String does, int least, int most, Action action) {

    /** Does it. */
    @FunctionalInterface
    interface Action {

        /** @throws IllegalArgumentException with a reason for people, if an argument is wrong */
        Answer run(Administration administration, List<String> arguments);
    }

    String usage() {
        return arguments.isEmpty() ? name : name + " " + arguments;
    }

    Answer run(Administration administration, List<String> given) {
        if (given.size() < least || given.size() > most) {
            return Answer.usage("usage: " + usage());
        }
        try {
            return action.run(administration, given);
        } catch (IllegalArgumentException wrong) {
            return Answer.usage(Plain.of(String.valueOf(wrong.getMessage())));
        }
    }
}
