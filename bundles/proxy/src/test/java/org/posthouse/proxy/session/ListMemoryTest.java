package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.wire.Span;
import org.posthouse.proxy.chain.Plan;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.session.ListMemory.Circumstances;
import org.posthouse.proxy.session.ListMemory.Verdict;
import org.posthouse.proxy.tls.Configured;

class ListMemoryTest {

    private static final String LIST = " IMAP4rev1 IDLE";

    private final ListenerSettings settings = Configured.settings(Path.of("conf"));
    private final Circumstances plain = new Circumstances(settings, false, false, Set.of(), Plan.EMPTY);
    private final Verdict verdict = new Verdict(Optional.empty(), Set.of(), List.of());
    private final ListMemory memory = new ListMemory();

    @Test
    void shouldRecallWhenOctetsAndCircumstancesAreTheSame() {
        memory.note(LIST.getBytes(US_ASCII), plain, verdict);

        assertSame(
                verdict,
                recall(LIST, new Circumstances(settings, false, false, Set.of(), Plan.EMPTY))
                        .orElseThrow());
    }

    @Test
    void shouldNotRecallWhenAnOctetDiffers() {
        memory.note(LIST.getBytes(US_ASCII), plain, verdict);

        assertEquals(Optional.empty(), recall(" IMAP4rev1 IDLe", plain));
        assertEquals(Optional.empty(), recall(LIST + " ", plain));
    }

    @Test
    void shouldNotRecallWhenAnyCircumstanceDiffers() {
        memory.note(LIST.getBytes(US_ASCII), plain, verdict);

        assertEquals(Optional.empty(), recall(LIST, new Circumstances(settings, true, false, Set.of(), Plan.EMPTY)));
        assertEquals(Optional.empty(), recall(LIST, new Circumstances(settings, false, true, Set.of(), Plan.EMPTY)));
        assertEquals(
                Optional.empty(),
                recall(LIST, new Circumstances(settings, false, false, Set.of("SCRAM-SHA-1"), Plan.EMPTY)));
        ListenerSettings others = Configured.settings(Path.of("conf"));
        assertEquals(Optional.empty(), recall(LIST, new Circumstances(others, false, false, Set.of(), Plan.EMPTY)));
    }

    @Test
    void shouldForgetTheOldestWhenMoreCome() {
        for (int i = 0; i < 9; i++) {
            memory.note((LIST + i).getBytes(US_ASCII), plain, verdict);
        }

        assertEquals(Optional.empty(), recall(LIST + 0, plain));
        assertSame(verdict, recall(LIST + 1, plain).orElseThrow());
        assertSame(verdict, recall(LIST + 8, plain).orElseThrow());
    }

    @Test
    void shouldRememberNothingWhenAListIsHuge() {
        String huge = LIST + " X".repeat(2048);
        memory.note(huge.getBytes(US_ASCII), plain, verdict);

        assertEquals(Optional.empty(), recall(huge, plain));
    }

    /** In the middle of a buffer, as lines come. */
    private Optional<Verdict> recall(String list, Circumstances circumstances) {
        ByteBuf buf = Unpooled.copiedBuffer("* CAPABILITY" + list + "\r\n", US_ASCII);
        try {
            return memory.recall(buf, new Span(12, 12 + list.length()), circumstances);
        } finally {
            buf.release();
        }
    }
}
