package org.posthouse.imap.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/** Reads and writes body structures; reading is on a stack of its own, never on the thread's. */
final class Bodies {

    /**
     * A body that is being read: its parts are, or the body of the message that it is.
     *
     * @param fields empty for a multipart
     */
    private record Open(
            Args args, List<BodyStructure> parts, Optional<BodyFields> fields, Optional<Envelope> envelope) {

        Open(Args args, Optional<BodyFields> fields, Optional<Envelope> envelope) {
            this(args, new ArrayList<>(2), fields, envelope);
        }

        boolean multipart() {
            return fields.isEmpty();
        }
    }

    private Bodies() {}

    static void counted(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("count " + number);
        }
    }

    private static boolean isNumber(Octets word) {
        return !word.isEmpty() && (word.at(0) == '-' || Character.isDigit(word.at(0)));
    }

    /** A number; some servers count below zero. */
    static long count(Args args) {
        Octets digits = args.octets("number");
        boolean negative = digits.length() > 1
                && digits.at(0) == '-'
                && digits.slice(1, digits.length()).number().isPresent();
        if (!negative) {
            return args.number64("number");
        }
        args.note(Defect.NUMBER_RANGE);
        args.skip();
        return 0;
    }

    /** The grammar has 32 bits for the size of a part; some parts are larger. */
    static long octets(Args args) {
        long size = args.ahead("size");
        if (size < 0) {
            return count(args);
        }
        if (size > Args.NUMBER_32) {
            args.note(Defect.NUMBER_RANGE);
        }
        args.skip();
        return size;
    }

    static BodyStructure read(Args args) {
        Deque<Open> open = new ArrayDeque<>(2);
        Args list = args.list("body");
        while (true) {
            Optional<BodyStructure> done = begin(list, open);
            while (done.isPresent()) {
                if (open.isEmpty()) {
                    return done.get();
                }
                open.element().parts.add(done.get());
                done = finished(open);
            }
            Open inmost = open.element();
            list = inmost.parts.isEmpty() ? inmost.args.list("body") : inmost.args.chained("body");
        }
    }

    /** The body if it holds no other; else it is opened. */
    private static Optional<BodyStructure> begin(Args list, Deque<Open> open) {
        if (list.atList()) {
            open.push(new Open(list, Optional.empty(), Optional.empty()));
            return Optional.empty();
        }
        BodyFields fields = BodyFields.read(list);
        // Without a count of lines the grammar has it as a basic part, whose type may be any string.
        boolean counted = list.more() && isNumber(list.octets("lines"));
        if (fields.type().is("TEXT") && counted) {
            return Optional.of(new BodyStructure.Text(fields, count(list), extension(list)));
        }
        boolean message = fields.type().is("MESSAGE")
                && (fields.subtype().is("RFC822") || fields.subtype().is("GLOBAL"));
        if (!message || !list.atList()) {
            return Optional.of(new BodyStructure.Basic(fields, extension(list)));
        }
        open.push(new Open(list, Optional.of(fields), Optional.of(Envelope.read(list))));
        return Optional.empty();
    }

    /** The inmost body if nothing of it is missing any more. */
    private static Optional<BodyStructure> finished(Deque<Open> open) {
        Open inmost = open.element();
        if (inmost.multipart() && inmost.args.atList()) {
            return Optional.empty();
        }
        open.pop();
        Args list = inmost.args;
        if (!inmost.multipart()) {
            return Optional.of(new BodyStructure.Embedded(
                    inmost.fields.orElseThrow(),
                    inmost.envelope.orElseThrow(),
                    inmost.parts.get(0),
                    count(list),
                    extension(list)));
        }
        Octets subtype = list.string("multipart subtype");
        Optional<BodyStructure.MultipartExtension> extension = list.more()
                ? Optional.of(new BodyStructure.MultipartExtension(BodyParameter.list(list), BodyTail.read(list)))
                : Optional.empty();
        return Optional.of(new BodyStructure.Multipart(inmost.parts, subtype, extension));
    }

    private static Optional<BodyStructure.Extension> extension(Args list) {
        return list.more()
                ? Optional.of(new BodyStructure.Extension(list.nstring("MD5"), BodyTail.read(list)))
                : Optional.empty();
    }

    static void write(BodyStructure body, TokenWriter to) {
        to.open();
        body.match(new BodyWriting(to));
        to.close();
    }
}
