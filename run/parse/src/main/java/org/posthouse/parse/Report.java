package org.posthouse.parse;

import java.io.IOException;
import java.io.OutputStream;

/** Where the messages of a trace go, in order. */
interface Report {

    void add(Entry entry) throws IOException;

    /** Nothing comes any more. */
    void end() throws IOException;

    /** One JSON object per message. */
    static Report json(OutputStream out) {
        return new JsonReport(out);
    }

    /** For people. */
    static Report text(OutputStream out) {
        return new TextReport(out);
    }
}
