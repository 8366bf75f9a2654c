package org.posthouse.bench;

import java.nio.charset.StandardCharsets;
import org.posthouse.bench.load.Workload;
import org.posthouse.bench.sink.Answers;

/** What a faulty server does to the right answer, and what the load generator must then say. */
enum Fault {
    TAG(Workload.NOOP, "expected 'a2 OK") {
        @Override
        byte[] spoil(byte[] answer) {
            return replace(answer, "a2", "a9");
        }
    },
    RESULT(Workload.NOOP, "got 'a2 NO") {
        @Override
        byte[] spoil(byte[] answer) {
            return replace(answer, "a2 OK", "a2 NO");
        }
    },
    SESSION(Workload.NOOP, "done u7") {
        @Override
        byte[] spoil(byte[] answer) {
            return replace(answer, "done u0", "done u7");
        }
    },
    COUNT(Workload.FLAGS, "* 501 FETCH") {
        @Override
        byte[] spoil(byte[] answer) {
            return replace(answer, "* 500 FETCH (UID 500 FLAGS (\\Seen))\r\n", "");
        }
    },
    LENGTH(Workload.BODY_4K, "{4095}") {
        @Override
        byte[] spoil(byte[] answer) {
            return replace(answer, "{" + Answers.SMALL + "}", "{4095}");
        }
    },
    CONTENT(Workload.BODY_4K, "line 2049") {
        @Override
        byte[] spoil(byte[] answer) {
            return replace(answer, "line 2048 ", "line 2049 ");
        }
    },
    SURPLUS(Workload.NOOP, "got '* BYE") {
        @Override
        byte[] spoil(byte[] answer) {
            return replace(answer, "\r\n", "\r\n* BYE\r\n");
        }
    },
    SILENCE(Workload.NOOP, "connection closed") {
        @Override
        byte[] spoil(byte[] answer) {
            return new byte[0];
        }
    };

    private final Workload workload;
    private final String report;

    Fault(Workload workload, String report) {
        this.workload = workload;
        this.report = report;
    }

    abstract byte[] spoil(byte[] answer);

    Workload workload() {
        return workload;
    }

    String report() {
        return report;
    }

    private static byte[] replace(byte[] answer, String what, String by) {
        return new String(answer, StandardCharsets.ISO_8859_1).replace(what, by).getBytes(StandardCharsets.ISO_8859_1);
    }
}
