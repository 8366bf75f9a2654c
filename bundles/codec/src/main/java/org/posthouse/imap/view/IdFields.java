package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenWriter;

/**
 * What a client or server says of itself, in the order that it says it (RFC 2971 §3.3).
 *
 * @param fields empty for NIL
 */
public record IdFields(List<Field> fields) {

    /** One pair; the value may be NIL. */
    public record Field(String name, Optional<String> value) {
        public Field {
            Strings.checked(Octets.of(name));
            value.ifPresent(text -> Strings.checked(Octets.of(text)));
        }
    }

    public IdFields {
        fields = List.copyOf(fields);
    }

    /** The value of the first field of this name, in whatever case. */
    public Optional<String> get(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(Field::value);
    }

    /** Without the fields whose name begins so, in whatever case: {@code x-} takes away what only a proxy may say. */
    public IdFields without(String prefix) {
        String folded = prefix.toLowerCase(Locale.ROOT);
        return new IdFields(fields.stream()
                .filter(field -> !field.name().toLowerCase(Locale.ROOT).startsWith(folded))
                .toList());
    }

    /** With this field, in place of the first of its name or at the end. */
    public IdFields with(String name, String value) {
        List<Field> changed = new ArrayList<>(fields);
        Field field = new Field(name, Optional.of(value));
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).name().equalsIgnoreCase(name)) {
                changed.set(i, field);
                return new IdFields(changed);
            }
        }
        changed.add(field);
        return new IdFields(changed);
    }

    static IdFields read(Args args) {
        if (args.takeNil()) {
            return new IdFields(List.of());
        }
        Args list = args.list("ID fields");
        return new IdFields(list.all(IdFields::field));
    }

    private static Field field(Args list) {
        String name = list.string("field name").text();
        if (!list.more()) {
            throw list.fault("a field without a value");
        }
        if (!list.atAtom("NIL") && list.peek("value") instanceof Token.Atom) {
            list.note(Defect.UNQUOTED);
            return new Field(name, Optional.of(list.astring("value").text()));
        }
        return new Field(name, list.nstring("value").map(Octets::text));
    }

    void write(TokenWriter to) {
        if (fields.isEmpty()) {
            to.nil();
            return;
        }
        to.open();
        for (Field field : fields) {
            to.string(field.name()).nstring(field.value().map(Octets::of));
        }
        to.close();
    }
}
