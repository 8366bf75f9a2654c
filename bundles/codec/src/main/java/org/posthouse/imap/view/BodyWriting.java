package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.token.TokenWriter;

/** Writes what stands between the parentheses of a body. */
record BodyWriting(TokenWriter to) implements BodyStructure.Cases<TokenWriter> {

    @Override
    public TokenWriter text(BodyStructure.Text text) {
        text.fields().write(to);
        to.number(text.lines());
        return extension(text.extension());
    }

    @Override
    public TokenWriter embedded(BodyStructure.Embedded embedded) {
        embedded.fields().write(to);
        embedded.envelope().write(to);
        Bodies.write(embedded.body(), to);
        to.number(embedded.lines());
        return extension(embedded.extension());
    }

    @Override
    public TokenWriter basic(BodyStructure.Basic basic) {
        basic.fields().write(to);
        return extension(basic.extension());
    }

    @Override
    public TokenWriter multipart(BodyStructure.Multipart multipart) {
        for (BodyStructure part : multipart.parts()) {
            Bodies.write(part, to.glue());
        }
        to.string(multipart.subtype());
        multipart.extension().ifPresent(extension -> {
            BodyParameter.write(extension.parameters(), to);
            extension.tail().write(to);
        });
        return to;
    }

    private TokenWriter extension(Optional<BodyStructure.Extension> extension) {
        extension.ifPresent(there -> {
            to.nstring(there.md5());
            there.tail().write(to);
        });
        return to;
    }
}
