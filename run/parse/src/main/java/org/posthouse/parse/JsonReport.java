package org.posthouse.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.posthouse.imap.token.Deviation;

/** One JSON object per message and line. */
record JsonReport(OutputStream out, JsonFactory json) implements Report {

    JsonReport(OutputStream out) {
        this(out, new JsonFactory());
    }

    @Override
    public void add(Entry entry) throws IOException {
        try (JsonGenerator to = json.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            to.writeStartObject();
            members(entry.judgement(), to);
            to.writeNumberField("number", entry.number());
            to.writeNumberField("offset", entry.offset());
            to.writeNumberField("line", entry.line());
            if (entry.hint().isPresent()) {
                to.writeStringField("hint", entry.hint().get().text());
            }
            to.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    /** All that a judgement says. */
    static void members(Judgement judgement, JsonGenerator to) throws IOException {
        to.writeStringField("verdict", judgement.verdict().toString());
        to.writeNumberField("consumed", judgement.consumed());
        if (!judgement.type().isEmpty()) {
            to.writeStringField("type", judgement.type());
        }
        to.writeBooleanField("roundtrip", judgement.sameBack());
        if (judgement.tag().isPresent()) {
            to.writeStringField("tag", judgement.tag().get());
        }
        if (judgement.value().isPresent()) {
            deviations(judgement, to);
            to.writeFieldName("tree");
            node(Tree.of(judgement.value().get()), to);
        }
        if (judgement.failure().isPresent()) {
            to.writeNumberField("position", judgement.failure().get().position());
            to.writeStringField("reason", judgement.failure().get().reason());
        }
    }

    private static void deviations(Judgement judgement, JsonGenerator to) throws IOException {
        to.writeArrayFieldStart("deviations");
        for (Deviation deviation : judgement.deviations()) {
            to.writeStartObject();
            to.writeStringField("defect", deviation.defect().name());
            to.writeNumberField("position", deviation.position());
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    /** As deep as a value is, and values are as deep as the reading allows. */
    private static void node(Object node, JsonGenerator to) throws IOException {
        if (node instanceof Map<?, ?> map) {
            to.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                to.writeFieldName(String.valueOf(entry.getKey()));
                node(entry.getValue(), to);
            }
            to.writeEndObject();
            return;
        }
        leaf(node, to);
    }

    private static void leaf(Object node, JsonGenerator to) throws IOException {
        boolean list = node instanceof List<?>;
        boolean bare = node instanceof Number || node instanceof Boolean;
        if (list) {
            to.writeStartArray();
            for (Object one : (List<?>) node) {
                node(one, to);
            }
            to.writeEndArray();
        } else if (bare) {
            to.writeRawValue(node.toString());
        } else {
            to.writeString(node.toString());
        }
    }
}
