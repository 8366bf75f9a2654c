package org.posthouse.imap.view;

import java.util.regex.Pattern;

/** How a URL is authorized (RFC 4467 §4); an open set. */
public final class UrlAuthMechanism extends Word {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.-]+");

    public static final UrlAuthMechanism INTERNAL = of("INTERNAL");

    private UrlAuthMechanism(String spelling) {
        super(spelling);
    }

    /**
     * @throws IllegalArgumentException if the text isn't of letters, digits, {@code -} and {@code .}
     */
    public static UrlAuthMechanism of(String text) {
        if (!isOne(text)) {
            throw new IllegalArgumentException("no mechanism of URLAUTH");
        }
        return new UrlAuthMechanism(text);
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    static UrlAuthMechanism read(Args args) {
        if (!isOne(args.octets("mechanism").latin1())) {
            throw args.fault("no mechanism");
        }
        return of(args.atom("mechanism"));
    }
}
