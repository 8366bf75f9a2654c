package org.posthouse.imap.view;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.posthouse.imap.token.Defect;

/** Which parameters a place has, and what follows each name. */
final class Grammar {

    private static final Consumer<Args> NONE = args -> {};
    private static final Consumer<Args> POSITIVE = args -> args.positive("number", Long.MAX_VALUE);
    private static final Consumer<Args> NUMBER = args -> args.number64("number");
    private static final Consumer<Args> RANGE = args -> args.next(range(args));
    private static final Consumer<Args> STRINGS = args -> args.list("strings").some(list -> list.astring("string"));

    /** RFC 7162 §3.1.8, §3.2.5; whatever an extension adds (RFC 4466). */
    static final Grammar SELECT = open().with("CONDSTORE", NONE).with("QRESYNC", Grammar::qresync);
    /** RFC 7162 §3.1.4, RFC 9394. */
    static final Grammar FETCH =
            open().with("CHANGEDSINCE", POSITIVE).with("VANISHED", NONE).with("PARTIAL", RANGE);
    /** RFC 7162 §3.1.3. */
    static final Grammar STORE = open().with("UNCHANGEDSINCE", NUMBER);
    /** SEARCH RETURN: RFC 4731, 5182, 5267, 6203, 9394. */
    static final Grammar RESULTS = open().with("MIN", NONE)
            .with("MAX", NONE)
            .with("ALL", NONE)
            .with("COUNT", NONE)
            .with("SAVE", NONE)
            .with("UPDATE", NONE)
            .with("CONTEXT", NONE)
            .with("RELEVANCY", NONE)
            .with("PARTIAL", RANGE);
    /** RFC 6154. */
    static final Grammar CREATE = open().with("USE", args -> args.list("uses").some(ListAttribute::read));

    static final Grammar RENAME = open();
    /** RFC 7377 §2.3. */
    static final Grammar SCOPE = open();

    /** RFC 5258, 6154; the words before the reference. */
    static final Grammar SELECTION = open().with("SUBSCRIBED", NONE)
            .with("REMOTE", NONE)
            .with("RECURSIVEMATCH", NONE)
            .with("SPECIAL-USE", NONE);
    /** RFC 5258, 5819, 6154, 8440, 9590. */
    static final Grammar RETURN = open().with("SUBSCRIBED", NONE)
            .with("CHILDREN", NONE)
            .with("SPECIAL-USE", NONE)
            .with("MYRIGHTS", NONE)
            .with("METADATA", STRINGS)
            .with("STATUS", args -> args.list("status items").some(StatusItem::asked));
    /** RFC 5464 §4.2. */
    static final Grammar METADATA =
            open().with("MAXSIZE", args -> args.number32("size")).with("DEPTH", Grammar::depth);

    private final Map<String, Consumer<Args>> shapes;

    private Grammar(Map<String, Consumer<Args>> shapes) {
        this.shapes = shapes;
    }

    private static Grammar open() {
        return new Grammar(Map.of());
    }

    private Grammar with(String name, Consumer<Args> shape) {
        Map<String, Consumer<Args>> more = new HashMap<>(shapes);
        more.put(name, shape);
        return new Grammar(more);
    }

    /** The list of parameters if one comes now; NIL and the empty list are tolerated as none. */
    List<Parameter> optional(Args args) {
        if (!args.more()) {
            return List.of();
        }
        if (args.atNil()) {
            args.note(Defect.UNDUE_NIL);
            args.next("NIL");
            return List.of();
        }
        return args.list("parameters").some(this::one);
    }

    /** All of a list that may be empty. */
    List<Parameter> all(Args list) {
        return list.all(this::one);
    }

    private Parameter one(Args list) {
        String name = list.peek("parameter").octets().latin1().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(shapes.get(name))
                .map(shape -> Parameter.read(list, shape))
                .orElseGet(() -> Parameter.read(list));
    }

    /** {@code (67890007 20050715194045000 41,43:211 (1,2 3,4))}. */
    private static void qresync(Args args) {
        Args list = args.list("QRESYNC parameters");
        list.positive("UIDVALIDITY", Args.NUMBER_32);
        list.positive("modification sequence", Long.MAX_VALUE);
        if (list.more() && !list.atList()) {
            list.knownSet();
        }
        if (list.more()) {
            Args match = list.list("sequence match data");
            match.knownSet();
            match.knownSet();
            match.end();
        }
        list.end();
    }

    private static String range(Args args) {
        String text = args.peek("range").octets().latin1();
        if (PartialRange.parse(text).isEmpty()) {
            throw args.fault("no range");
        }
        return "range";
    }

    private static void depth(Args args) {
        if (!args.atAtom("0") && !args.atAtom("1") && !args.atAtom("infinity")) {
            throw args.fault("no depth");
        }
        args.next("depth");
    }
}
