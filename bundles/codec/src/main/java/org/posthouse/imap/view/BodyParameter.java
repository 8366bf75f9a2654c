package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/** A parameter of a media type or disposition: {@code "CHARSET" "UTF-8"}. */
public record BodyParameter(Octets name, Octets value) {

    public BodyParameter {
        Strings.checked(name);
        Strings.checked(value);
    }

    /** Pairs in parentheses; NIL for none. */
    static List<BodyParameter> list(Args args) {
        if (args.takeNil()) {
            return List.of();
        }
        return args.list("parameters").some(BodyParameter::read);
    }

    private static BodyParameter read(Args args) {
        return new BodyParameter(args.string("parameter"), args.string("value"));
    }

    static void write(List<BodyParameter> parameters, TokenWriter to) {
        if (parameters.isEmpty()) {
            to.nil();
            return;
        }
        to.open();
        parameters.forEach(parameter -> to.string(parameter.name()).string(parameter.value()));
        to.close();
    }
}
