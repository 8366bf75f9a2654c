package org.posthouse.admin;

/**
 * Sessions of a listener, counted since it was made.
 *
 * @param opened connections that became a session
 * @param loggedIn logins that the server accepted
 * @param loginsFailed logins that the server, the proxy or an interceptor refused
 */
public record Visits(long opened, long loggedIn, long loginsFailed) {

    /** Nobody yet. */
    public static Visits none() {
        return new Visits(0, 0, 0);
    }
}
