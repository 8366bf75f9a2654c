package org.posthouse.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@Tag("unit")
class PasswordFileTest {

    @TempDir
    Path data;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Path file;
    private PasswordFile password;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(data.resolve("console.password"), " correct horse \n");
        rights("rw-------");
        password = new PasswordFile(() -> file);
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(PasswordFile.class);
    }

    private void rights(String rights) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private String login() throws IOException {
        return password.read();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void shouldWarnOnceEachTimeWhenOthersMayReadOrWriteIt(String rights) throws IOException {
        assertEquals("correct horse", login());
        assertEquals(0, log.list.size());

        rights(rights);
        for (int login = 0; login < 3; login++) {
            assertEquals("correct horse", login());
        }
        assertEquals(1, log.list.size());
        String line = log.list.get(0).getFormattedMessage();
        assertTrue(line.startsWith("event=exposed file=" + file), line);
        assertFalse(line.contains("horse"), line);

        rights("rw-------");
        login();
        rights(rights);
        login();
        assertEquals(2, log.list.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "rwx------"})
    void shouldSayNothingWhenItIsItsOwnersAlone(String rights) throws IOException {
        rights(rights);

        assertEquals("correct horse", login());
        assertEquals(0, log.list.size());
    }

    @Test
    void shouldReadNothingButAFile() throws IOException {
        file = Files.createDirectory(data.resolve("folder"));

        assertThrows(NoSuchFileException.class, this::login);
    }
}
