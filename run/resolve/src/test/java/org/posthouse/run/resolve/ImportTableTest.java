package org.posthouse.run.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("resolve")
class ImportTableTest {

    private final ImportTable table = ImportTable.parse(List.of(
            "# remark",
            "[x.codec]",
            "may io.netty.buffer",
            "exports x.imap",
            "",
            "[x.example.*]",
            "may * x.api",
            "never x.* io.netty.*"));

    @Test
    void shouldAdmitOnlyWhatIsNamedWhenNoPatternIsOpen() {
        ImportRule codec = table.ruleFor("x.codec").orElseThrow();
        assertTrue(codec.admits("io.netty.buffer"));
        assertFalse(codec.admits("io.netty.channel"));
        assertFalse(codec.admits("io.netty.buffer.search"));
        assertEquals(Set.of("x.imap"), codec.exports());
    }

    @Test
    void shouldLetTheLongestPatternDecideWhenSeveralMatch() {
        ImportRule example = table.ruleFor("x.example.trace").orElseThrow();
        assertTrue(example.admits("org.slf4j"));
        assertTrue(example.admits("x.api"));
        assertFalse(example.admits("x.proxy"));
        assertFalse(example.admits("io.netty.channel.epoll"));
    }

    @Test
    void shouldFindNoRuleWhenTheBundleIsNotInTheTable() {
        assertTrue(table.ruleFor("x.unknown").isEmpty());
    }

    @Test
    void shouldRefuseTheTableWhenALineIsMisspelt() {
        assertThrows(IllegalArgumentException.class, () -> ImportTable.parse(List.of("[x]", "nevr io.netty.*")));
        assertThrows(IllegalArgumentException.class, () -> ImportTable.parse(List.of("may x")));
    }
}
