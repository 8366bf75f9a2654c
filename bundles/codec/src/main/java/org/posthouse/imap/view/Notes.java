package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import org.posthouse.imap.token.Deviation;

/** Deviations of one message, in the order of finding: mostly none. */
final class Notes {

    private List<Deviation> all;

    /** Those that were found before. */
    Notes(List<Deviation> before) {
        all = before;
    }

    void add(Deviation deviation) {
        if (!(all instanceof ArrayList)) {
            all = new ArrayList<>(all);
        }
        all.add(deviation);
    }

    List<Deviation> all() {
        return all;
    }
}
