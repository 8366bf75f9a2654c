package org.posthouse.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class LogLevelsTest {

    @ParameterizedTest
    @CsvSource({
        "proxy,org.posthouse.proxy",
        "wire,org.posthouse.wire",
        "trace,org.posthouse.example.trace",
        "root,ROOT",
        "com.acme,com.acme"
    })
    void shouldKnowShortNamesAndTakeOthersAsLoggersWhenRead(String name, String logger) throws Refusal {
        assertEquals("DEBUG", LogLevels.parse(name + "=debug").byLogger().get(logger));
    }

    @Test
    void shouldTakeSeveralLevelsWhenSeparatedByCommas() throws Refusal {
        LogLevels levels = LogLevels.parse("proxy=trace, wire = WARN,");

        assertEquals("TRACE", levels.byLogger().get("org.posthouse.proxy"));
        assertEquals("WARN", levels.byLogger().get("org.posthouse.wire"));
        assertEquals("INFO", levels.byLogger().get("ROOT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy=loud", "proxy", "=debug", "a<b=debug", "proxy="})
    void shouldRefuseWithOneLineWhenAPartIsWrong(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> LogLevels.parse(text));

        assertEquals(ExitCode.USAGE, refusal.code());
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("POSTHOUSE_LOG: " + text), refusal.getMessage());
    }

    @Test
    void shouldNameEachLoggerInTheConfigurationWhenWritten() throws Refusal {
        String xml = LogLevels.parse("wire=trace").logbackXml(LogFormat.TEXT);

        assertTrue(xml.contains("<logger name=\"org.posthouse.wire\" level=\"TRACE\"/>"), xml);
        assertTrue(xml.contains("<root level=\"INFO\">"), xml);
    }

    @Test
    void shouldGiveLoginsAnAppenderOfTheirOwnWhenTheirLevelIsAsked() throws Refusal {
        String xml = LogLevels.parse("login=off").logbackXml(LogFormat.TEXT);

        assertTrue(
                xml.contains("<logger name=\"org.posthouse.login\" level=\"OFF\" additivity=\"false\">"
                        + "<appender-ref ref=\"logins\"/></logger>"),
                xml);
        assertEquals(xml.indexOf("org.posthouse.login"), xml.lastIndexOf("org.posthouse.login"));
    }

    @ParameterizedTest
    @CsvSource({"'',TEXT", "text,TEXT", "JSON,JSON"})
    void shouldKnowFormatsWhenAsked(String word, LogFormat format) throws Refusal {
        assertEquals(format, LogFormat.parse(word));
    }

    @Test
    void shouldRefuseAFormatThatNobodyKnows() {
        Refusal refusal = assertThrows(Refusal.class, () -> LogFormat.parse("xml"));

        assertEquals("POSTHOUSE_LOG_FORMAT: unknown format xml (text, json)", refusal.getMessage());
    }

    @Test
    void shouldEscapeTheLaunchersOwnLinesWhenWrittenAsJson() {
        assertEquals(
                "{\"timestamp\":7,\"level\":\"INFO\",\"loggerName\":\"container\",\"formattedMessage\":\"a \\\"b\\\" \\\\ \\u0007\"}",
                LogFormat.JSON.line("", 7, "INFO ", "container", "a \"b\" \\ \u0007"));
    }
}
