package org.posthouse.intercept;

import java.util.Collection;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** An interest for people. */
final class InterestWords {

    private InterestWords() {}

    static String of(Interest of, boolean anyCommand, boolean unknownCommand, boolean anyResponse) {
        StringJoiner words = new StringJoiner(" ");
        words.setEmptyValue("none");
        word(words, of.wantsCommands(), "commands=" + names(anyCommand, unknownCommand, of.commands()));
        word(words, of.wantsResponses(), "responses=" + names(anyResponse, false, of.responses()));
        word(words, of.wantsData(), "data");
        word(words, of.wantsSent(), "sent");
        word(words, of.wantsEvents(), "events");
        word(words, !of.hidden().isEmpty(), "hides=" + sorted(of.hidden()));
        word(words, !of.kept().isEmpty(), "keeps=" + sorted(of.kept()));
        word(words, !of.added().isEmpty(), "adds=" + sorted(of.added()));
        return words.toString();
    }

    private static String names(boolean any, boolean unknown, Collection<?> names) {
        return any ? "*" : sorted(names) + (unknown ? names.isEmpty() ? "unknown" : ",unknown" : "");
    }

    private static String sorted(Collection<?> names) {
        return names.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }

    private static void word(StringJoiner words, boolean there, String word) {
        if (there) {
            words.add(word);
        }
    }
}
