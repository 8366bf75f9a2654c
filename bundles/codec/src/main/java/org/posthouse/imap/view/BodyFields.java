package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/**
 * What every single part has (RFC 9051 §9 body-fields).
 *
 * @param type the media type, as it was spelled
 * @param parameters of the media type; empty: NIL
 * @param encoding of the content, as it was spelled
 * @param size in octets, encoded
 */
public record BodyFields(
        Octets type,
        Octets subtype,
        List<BodyParameter> parameters,
        Optional<Octets> id,
        Optional<Octets> description,
        Octets encoding,
        long size) {

    public BodyFields {
        Strings.checked(type);
        Strings.checked(subtype);
        parameters = List.copyOf(parameters);
        Strings.checked(id);
        Strings.checked(description);
        Strings.checked(encoding);
        Bodies.counted(size);
    }

    static BodyFields read(Args args) {
        return new BodyFields(
                args.string("media type"),
                args.string("media subtype"),
                BodyParameter.list(args),
                args.nstring("id"),
                args.nstring("description"),
                args.string("encoding"),
                Bodies.octets(args));
    }

    void write(TokenWriter to) {
        to.string(type).string(subtype);
        BodyParameter.write(parameters, to);
        to.nstring(id).nstring(description).string(encoding).number(size);
    }
}
