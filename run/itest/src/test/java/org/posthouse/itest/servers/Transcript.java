package org.posthouse.itest.servers;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a client got, with only that taken out which differs from session to session or which the proxy documents to change: how
 * long a command took, when a mailbox was made, the capabilities that a proxy owns, the text of the greeting.
 */
final class Transcript {
    /** The capabilities that the proxy takes away or answers for (protocol of STARTTLS, COMPRESS, SASL layers, referrals). */
    static final Set<String> OURS = Set.of(
            "STARTTLS", "LOGINDISABLED", "COMPRESS=DEFLATE", "AUTH=DIGEST-MD5", "AUTH=EXTERNAL", "LOGIN-REFERRALS");

    private static final Pattern CAPABILITIES = Pattern.compile("(?<=[\\[ ])CAPABILITY ([^]\r\n]+)");
    private static final Pattern TIMINGS = Pattern.compile("\\([0-9.]+( \\+ [0-9.]+)* secs\\)");
    private static final Pattern BIRTHS = Pattern.compile("\\b1[789]\\d{8}\\b");
    private static final Pattern GREETING = Pattern.compile("(?m)^(\\* OK \\[CAPABILITY [^]]+])[^\r\n]*");

    /** The answer to STARTTLS: TLS of the client's leg begins at the proxy. */
    private static final Pattern TLS_BEGINS =
            Pattern.compile("(?m)^(\\S+ OK) (Begin TLS negotiation now\\.|posthouse: [^\r\n]*TLS[^\r\n]*)");

    /**
     * Dovecot tells the list beside its OK to a client that asked for it before STARTTLS and in a code of the OK to others; who asks
     * after an upstream STARTTLS is among the others.
     */
    private static final Pattern AFTER_LOGIN = Pattern.compile("(?m)^\\* CAPABILITY ([^\r\n]+)\r\n(\\S+ OK) Logged in");

    private Transcript() {}

    static String of(String received) {
        String same = CAPABILITIES.matcher(received).replaceAll(list -> Matcher.quoteReplacement(theirs(list)));
        same = GREETING.matcher(same).replaceAll("$1 greeting");
        same = AFTER_LOGIN.matcher(same).replaceAll("$2 [CAPABILITY $1] Logged in");
        same = TLS_BEGINS.matcher(same).replaceAll("$1 TLS begins");
        same = TIMINGS.matcher(same).replaceAll("(time)");
        return BIRTHS.matcher(same).replaceAll("<birth>");
    }

    private static String theirs(MatchResult list) {
        return Arrays.stream(list.group(1).split(" "))
                .filter(atom -> !OURS.contains(atom))
                .collect(Collectors.joining(" ", "CAPABILITY ", ""));
    }
}
