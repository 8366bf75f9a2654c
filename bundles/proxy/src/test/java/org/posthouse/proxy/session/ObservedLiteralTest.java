package org.posthouse.proxy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.ResponseName;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Literals;
import org.posthouse.proxy.config.FailureMode;

/** What an observer is told of a server's literals. */
@Tag("embedded")
class ObservedLiteralTest {

    @Test
    void shouldTellALiteral8FromALiteralWhenTheServerStreamsBoth() {
        List<String> seen = new ArrayList<>();
        Interest fetch =
                Interest.of().responses(Literals.observe(), ResponseName.FETCH).build();
        Meddler watching = Meddler.at(fetch).onLiteral((l, chunk, last) -> {
            if (last) {
                seen.add(l.index() + " " + l.literal8());
            }
        });
        String response = "* 1 FETCH (BINARY[1] ~{3}\r\na\0b BODY[1] {3}\r\nabc BINARY[2] ~{1}\r\nx)\r\n";
        try (Scene scene = Scene.with(watching, FailureMode.OPEN)) {
            scene.server(response).clientSees(response);
        }
        assertEquals(List.of("0 true", "1 false", "2 true"), seen);
    }
}
