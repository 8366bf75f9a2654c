package org.posthouse.console;

import jakarta.servlet.http.HttpServletResponse;

/** What a page of the console may load and run: nothing from outside, and no other page may frame it. */
enum ContentPolicy {
    /** The Web Console's own pages have scripts in them, and one that makes code of text. */
    FOREIGN(" 'unsafe-eval'"),
    /** The frame around our pages has scripts in it, they don't. */
    OURS("");

    private final String header;

    ContentPolicy(String scripts) {
        header = "default-src 'self'; script-src 'self' 'unsafe-inline'" + scripts
                + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                + "form-action 'self'; frame-ancestors 'none'";
    }

    void on(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", header);
    }
}
