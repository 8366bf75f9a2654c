package org.posthouse.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** JSON lines in, JSON lines out: {@code {"id":…,"kind":…,"bytes_b64":…}}, other fields are passed over. */
final class Batch {

    /** A line of JSON; what is longer is answered with an error and passed over. */
    private static final int LONGEST_LINE = 96 * 1024 * 1024;

    /** A line's fields; empty where they are missing. */
    private record Row(String id, Optional<Kind> kind, Optional<String> octets) {}

    private final Judge judge;
    private final boolean whole;
    private final JsonFactory json;
    private long number;

    /** Whole answers also have type, deviations and tree. */
    Batch(Judge judge, boolean whole) {
        this.judge = judge;
        this.whole = whole;
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_LINE)
                        .build())
                .build();
    }

    /** Until the input ends. A line that is no such object is answered with {@code "error"}. */
    void run(InputStream in, OutputStream out) throws IOException {
        Lines lines = new Lines(in, LONGEST_LINE);
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            byte[] text = line.get();
            number++;
            if (!new String(text, 0, Math.min(text.length, 64), StandardCharsets.ISO_8859_1).isBlank()) {
                answer(text, out);
            }
        }
        out.flush();
    }

    private void answer(byte[] line, OutputStream out) throws IOException {
        String id = "";
        try (JsonGenerator to = json.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            String error = "";
            Optional<Judgement> judgement = Optional.empty();
            try {
                Row row = row(line);
                id = row.id();
                judgement = Optional.of(judged(row));
            } catch (JsonProcessingException | CharConversionException e) {
                error = "line " + number + ": no JSON object of id, kind and bytes_b64";
            } catch (IllegalArgumentException e) {
                error = "line " + number + ": " + e.getMessage();
            }
            to.writeStartObject();
            to.writeStringField("id", id);
            if (judgement.isPresent()) {
                write(judgement.get(), to);
            } else {
                to.writeStringField("error", error);
            }
            to.writeEndObject();
        }
        out.write('\n');
    }

    private void write(Judgement judgement, JsonGenerator to) throws IOException {
        if (whole) {
            JsonReport.members(judgement, to);
            return;
        }
        to.writeStringField("verdict", judgement.verdict().toString());
        to.writeNumberField("consumed", judgement.consumed());
        to.writeBooleanField("roundtrip", judgement.sameBack());
    }

    private Judgement judged(Row row) {
        Kind kind = row.kind()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no kind of message: command, response, greeting, authenticate or idle"));
        byte[] octets = decoded(
                row.octets().orElseThrow(() -> new IllegalArgumentException("no octets: bytes_b64 is missing")));
        return judge.judge(kind, octets, 0, octets.length);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("bytes_b64 is no base64", e);
        }
    }

    private Row row(byte[] line) throws IOException {
        String id = "";
        Optional<Kind> kind = Optional.empty();
        Optional<String> octets = Optional.empty();
        try (JsonParser parser = json.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no JSON object of id, kind and bytes_b64");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "id" -> id = parser.getText();
                    case "kind" -> kind = Kind.of(parser.getText());
                    case "bytes_b64" -> octets = Optional.of(parser.getText());
                    default -> parser.skipChildren();
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new IllegalArgumentException("more or other than one JSON object of id, kind and bytes_b64");
            }
        }
        return new Row(id, kind, octets);
    }
}
