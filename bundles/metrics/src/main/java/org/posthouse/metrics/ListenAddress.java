package org.posthouse.metrics;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the key {@code listen}. */
final class ListenAddress {

    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^:\\[\\]\\s]+)):([0-9]{1,5})");
    private static final int LAST_PORT = 65_535;

    private ListenAddress() {}

    /**
     * The address, looked up.
     *
     * @throws IllegalArgumentException with a reason for people
     */
    static InetSocketAddress parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || Integer.parseInt(form.group(3)) > LAST_PORT) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not HOST:PORT; write it like 127.0.0.1:9900 or [::1]:9900");
        }
        String host = form.group(1) == null ? form.group(2) : form.group(1);
        InetSocketAddress address = new InetSocketAddress(host, Integer.parseInt(form.group(3)));
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("the name " + host + " is unknown");
        }
        return address;
    }
}
