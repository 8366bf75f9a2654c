package org.posthouse.parse;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.posthouse.imap.Secret;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.view.AuthenticateCommand;
import org.posthouse.imap.view.Opaque;
import org.posthouse.imap.view.OtherCommand;
import org.posthouse.imap.view.SaslMessage;
import org.posthouse.imap.view.SequenceSet;

/**
 * A view's value as maps, lists, texts and numbers: by the components of its records, so that no view can be forgotten.
 * Secrets are {@code ***}; name and arguments of a command that nobody knows might be some, in a line that isn't a command
 * as it went over the wire, so only their lengths are shown.
 */
final class Tree {

    private static final int LONGEST_TEXT = 4096;
    private static final String REDACTED = "***";

    private final boolean hideOpaque;

    private Tree(boolean hideOpaque) {
        this.hideOpaque = hideOpaque;
    }

    static Object of(Object value) {
        boolean unknown = value instanceof OtherCommand;
        Object tree = new Tree(unknown).node(value);
        if (value instanceof AuthenticateCommand command && tree instanceof Map<?, ?> map) {
            Map<String, Object> more = new LinkedHashMap<>();
            map.forEach((name, node) -> more.put(String.valueOf(name), node));
            command.initial()
                    .flatMap(line -> SaslMessage.read(command.mechanism(), line))
                    .ifPresent(message -> more.put("sasl", of(message)));
            return more;
        }
        return tree;
    }

    /** Whether the value is a command whose name may be anything. */
    static boolean hidesName(Object value) {
        return value instanceof OtherCommand other && !other.registered();
    }

    private Object node(Object value) {
        return value instanceof Record record && !(value instanceof SequenceSet) ? members(record) : plain(value);
    }

    private Object plain(Object value) {
        boolean bare = value instanceof Number || value instanceof Boolean;
        boolean secret = value instanceof Secret || authorizes(value.toString());
        Object node = bare ? value : secret ? REDACTED : value.toString();
        return value instanceof List<?> list
                ? list.stream().map(this::node).toList()
                : text(value).map(Object.class::cast).orElse(node);
    }

    private Optional<String> text(Object value) {
        Optional<Octets> octets = value instanceof Octets same ? Optional.of(same) : Optional.empty();
        if (value instanceof Opaque opaque) {
            octets = Optional.of(opaque.token().octets());
            if (hideOpaque) {
                return Optional.of(hidden(octets.get().length()));
            }
        }
        return octets.map(Tree::shown);
    }

    private static String hidden(int octets) {
        return REDACTED + " (" + octets + " octets)";
    }

    private static String shown(Octets octets) {
        return authorizes(octets.latin1()) ? REDACTED : shortened(octets);
    }

    /** Who has an authorized URL may read the message (RFC 4467); it may stand where a mailbox's name should. */
    private static boolean authorizes(String text) {
        return text.toLowerCase(Locale.ROOT).contains(";urlauth=");
    }

    private static String shortened(Octets octets) {
        return octets.length() <= LONGEST_TEXT
                ? octets.text()
                : octets.slice(0, LONGEST_TEXT).latin1() + "… (" + octets.length() + " octets)";
    }

    private Map<String, Object> members(Record record) {
        Map<String, Object> members = new LinkedHashMap<>();
        String kind = record.getClass().getSimpleName();
        if (record.getClass().isMemberClass()) {
            members.put("kind", kind.toLowerCase(Locale.ROOT));
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            present(value(record, component)).ifPresent(value -> members.put(component.getName(), node(value)));
        }
        if (hidesName(record)) {
            members.computeIfPresent(
                    "name", (key, name) -> hidden(name.toString().length()));
        }
        return members;
    }

    private static Optional<?> present(Object value) {
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
        }
        return value instanceof Optional<?> optional ? optional : Optional.of(value);
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " can't be read", e);
        }
    }
}
