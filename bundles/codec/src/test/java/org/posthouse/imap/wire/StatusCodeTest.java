package org.posthouse.imap.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class StatusCodeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a NO [REFERRAL imap://u;AUTH=*@h/x] try there|REFERRAL|[REFERRAL imap://u;AUTH=*@h/x] ",
                "a NO [referral imap://[::1]/x] try|REFERRAL|[referral imap://[::1]/x] ",
                "* OK [ALERT]|alert|[ALERT]",
                "* OK [ALERT]  x|ALERT|[ALERT] ",
                "* OK [PERMANENTFLAGS (\\Seen a] \\*)] Limited|PERMANENTFLAGS|[PERMANENTFLAGS (\\Seen a] \\*)] ",
                "* NO [NEWNAME \"a]\" \"b\\\"]\"] x|NEWNAME|[NEWNAME \"a]\" \"b\\\"]\"] ",
                "* OK [X don't \"] x|X|[X don't \"] ",
                "* OK [UNSEEN 1 [ ] x|UNSEEN|[UNSEEN 1 [ ] ",
                "+ [ALERT] x|ALERT|[ALERT] ",
                "a\tNO\t[ REFERRAL imap://h/x] try|REFERRAL|[ REFERRAL imap://h/x] ",
                "a NO  [\t \tREFERRAL\timap://[::1]/x] try|REFERRAL|[\t \tREFERRAL\timap://[::1]/x] ",
                "* OK [ ALERT ] x|ALERT|[ ALERT ] ",
                "* OK [ALERTS] x|ALERT|none",
                "* OK x [ALERT] x|ALERT|none",
                "* OK [ALERT|ALERT|none",
                "* FLAGS [ALERT]|ALERT|none"
            })
    void shouldFindTheWholeCode(String line, String name, String expected) {
        ByteBuf buf = Unpooled.copiedBuffer("xx" + line + "\r\n", StandardCharsets.US_ASCII);
        try {
            String found = StatusCode.find(buf, 2, buf.writerIndex(), name)
                    .map(span -> buf.toString(span.start(), span.length(), StandardCharsets.US_ASCII))
                    .orElse("none");
            assertEquals(expected, found);
        } finally {
            buf.release();
        }
    }
}
