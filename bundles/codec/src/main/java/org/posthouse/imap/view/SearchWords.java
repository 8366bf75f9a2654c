package org.posthouse.imap.view;

import java.util.Locale;
import java.util.Set;

/** The names of search keys by the shape of their arguments. */
final class SearchWords {

    static final Set<String> SIMPLE = Set.of(
            "ALL",
            "ANSWERED",
            "DELETED",
            "DRAFT",
            "FLAGGED",
            "NEW",
            "OLD",
            "RECENT",
            "SAVEDATESUPPORTED",
            "SEEN",
            "UNANSWERED",
            "UNDELETED",
            "UNDRAFT",
            "UNFLAGGED",
            "UNSEEN");
    static final Set<String> TEXT =
            Set.of("BCC", "BODY", "CC", "FILTER", "FROM", "SUBJECT", "TEXT", "TO", "X-GM-LABELS", "X-GM-RAW");
    static final Set<String> IDENTITY = Set.of("EMAILID", "THREADID");
    static final Set<String> DATE = Set.of(
            "BEFORE", "ON", "SINCE", "SENTBEFORE", "SENTON", "SENTSINCE", "SAVEDBEFORE", "SAVEDON", "SAVEDSINCE");
    static final Set<String> NUMBER =
            Set.of("LARGER", "OLDER", "SMALLER", "UIDAFTER", "UIDBEFORE", "X-GM-MSGID", "X-GM-THRID", "YOUNGER");

    /** Those of {@link #NUMBER} whose number is of 32 bits and not 0. */
    static final Set<String> POSITIVE = Set.of("OLDER", "UIDAFTER", "UIDBEFORE", "YOUNGER");

    private SearchWords() {}

    static String checked(Set<String> names, String name) {
        String folded = name.toUpperCase(Locale.ROOT);
        if (!names.contains(folded)) {
            throw new IllegalArgumentException("no search key of this shape");
        }
        return folded;
    }
}
