package org.posthouse.parse;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Where judgements go. */
interface Report {

    void add(Judgement judgement) throws IOException;

    /** One JSON object per message. */
    static Report json(OutputStream out) {
        return new JsonReport(out);
    }

    /** For people. */
    static Report text(PrintStream out) {
        return new TextReport(out);
    }
}
