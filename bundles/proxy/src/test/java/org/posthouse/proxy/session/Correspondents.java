package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client and a server that talk at random, made from a seed: pipelined commands, literals of both kinds, several in one
 * command, IDLE, SASL, responses with literals. Both wait where the protocol makes them wait. What each has got is kept
 * with the forms of announcements taken out, since those are the proxy's to choose.
 */
final class Correspondents {

    private static final Pattern ANNOUNCED = Pattern.compile("(~?)\\{(\\d+)(\\+?)}\r\n$");

    /** One thing that the client sends, or waits for. */
    private record Cue(String octets, boolean begins, boolean awaitsPlus, boolean awaitsAll) {}

    private final Random random;
    private final Deque<Cue> cues = new ArrayDeque<>();
    private final List<String> commands = new ArrayList<>();
    private final StringBuilder everything = new StringBuilder();
    private final StringBuilder atClient = new StringBuilder();
    private final StringBuilder fromServer = new StringBuilder();
    private final StringBuilder atServer = new StringBuilder();
    private String clientRest = "";
    private String serverRest = "";
    private String command = "";
    private String continued = "";
    private int literal;
    private boolean data;
    private boolean half;
    private int pluses;
    private int sent;
    private int results;

    Correspondents(long seed, int length) {
        random = new Random(seed);
        for (int i = 1; i <= length; i++) {
            compose("a" + i);
        }
    }

    /** What the client was to send, commands only. */
    String said() {
        return String.join("", commands);
    }

    /** What the server got, without plus signs of announcements. */
    String atServer() {
        return atServer.toString();
    }

    /** What the server sent but for continuation requests. */
    String fromServer() {
        return fromServer.toString();
    }

    /** What the client got but for continuation requests. */
    String atClient() {
        return atClient.toString();
    }

    /** The last octets that the client got. */
    String heardLast() {
        return everything.substring(Math.max(0, everything.length() - 80));
    }

    /** The client sends what it may; empty if it waits or has said everything. */
    String client(String got) {
        hear(got);
        StringBuilder says = new StringBuilder();
        while (!cues.isEmpty()) {
            Cue cue = cues.peek();
            if ((cue.awaitsPlus() && pluses == 0) || (cue.awaitsAll() && results < sent)) {
                break;
            }
            pluses -= cue.awaitsPlus() ? 1 : 0;
            cues.poll();
            says.append(cue.octets());
            sent += cue.begins() ? 1 : 0;
        }
        return says.toString();
    }

    boolean done() {
        return cues.isEmpty() && results == sent;
    }

    /** The server answers what it got. */
    String server(String got) {
        serverRest += got;
        StringBuilder says = new StringBuilder();
        while (serverRest.length() >= literal) {
            int end = serverRest.indexOf('\n', literal) + 1;
            if (end == 0) {
                break;
            }
            String line = serverRest.substring(literal, end);
            command += serverRest.substring(0, end);
            serverRest = serverRest.substring(end);
            literal = 0;
            Matcher announced = ANNOUNCED.matcher(line);
            if (!data && announced.find()) {
                literal = Integer.parseInt(announced.group(2));
                says.append(announced.group(3).isEmpty() ? "+ go\r\n" : "");
            } else {
                says.append(whole());
            }
        }
        return says.toString();
    }

    private String whole() {
        String[] words = command.split("[ \r]", 3);
        if (data) {
            atServer.append(command);
            command = "";
            if (continued.endsWith("LOGIN") && !half) {
                half = true;
                return "+ UGFzc3dvcmQ6\r\n";
            }
            half = false;
            data = false;
            return answer(continued.split(" ")[0]);
        }
        atServer.append(command.replaceAll("\\{(\\d+)\\+}\r\n", "{$1}\r\n"));
        String whole = command;
        command = "";
        if (words[1].equals("IDLE") || words[1].equals("AUTHENTICATE")) {
            data = true;
            continued = whole.trim();
            return words[1].equals("IDLE") ? "+ idling\r\n" : "+ VXNlcm5hbWU6\r\n";
        }
        return answer(words[0]);
    }

    private String answer(String tag) {
        StringBuilder says = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            says.append(untagged());
        }
        says.append(tag).append(random.nextInt(5) == 0 ? " NO [ALERT] no {5}\r\n" : " OK done\r\n");
        fromServer.append(says);
        return says.toString();
    }

    private String untagged() {
        String text = text(random.nextInt(40));
        return switch (random.nextInt(8)) {
            case 0 -> "* 1 FETCH (BODY[] {" + text.length() + "}\r\n" + text + " UID 5)\r\n";
            case 1 -> "* 2 FETCH (BODY[1] {2}\r\nab BODY[2] {" + text.length() + "}\r\n" + text + ")\r\n";
            case 2 -> "* 3 EXISTS\r\n";
            case 3 -> "* LIST () \"/\" {" + text.length() + "}\r\n" + text + "\r\n";
            case 4 -> "* OK [CAPABILITY IMAP4rev1 LITERAL+ IDLE] what {7}\r\n";
            case 5 -> "* XTRA " + text.replaceAll("[^a-z]", "") + "\r\n";
            case 6 -> "* 1 FETCH (BINARY[] ~{0}\r\n FLAGS (\\Seen))\r\n";
            default -> "* 12 FETCH (UID 9 FLAGS (\\Seen))\r\n";
        };
    }

    private void compose(String tag) {
        String text = text(random.nextInt(60));
        String plus = random.nextBoolean() ? "+" : "";
        switch (random.nextInt(9)) {
            case 0 -> say(tag + " NOOP\r\n");
            case 1 -> say(tag + " SELECT \"foo{\"\r\n");
            case 2 -> say(tag + " APPEND x (\\Seen) {" + text.length() + plus + "}\r\n", text + "\r\n");
            case 3 ->
                say(tag + " APPEND x {2" + plus + "}\r\n", "ab {" + text.length() + plus + "}\r\n", text + "\r\n");
            case 4 -> say(tag + " SEARCH TEXT {" + text.length() + plus + "}\r\n", text + " SEEN\r\n");
            case 5 -> data(tag + " IDLE\r\n", "DONE\r\n");
            case 6 -> data(tag + " AUTHENTICATE LOGIN\r\n", "dXNlcg==\r\n", "cGFzcw==\r\n");
            case 7 -> say(tag + " LOGIN {4" + plus + "}\r\n", "user {0" + plus + "}\r\n", "\r\n");
            default -> say(tag + " UID FETCH 1:* (FLAGS BODY[HEADER.FIELDS (X)])\r\n");
        }
    }

    /** A command in pieces, each behind a grant if the one before asks for it. */
    private void say(String... pieces) {
        boolean awaits = false;
        for (int i = 0; i < pieces.length; i++) {
            String piece = pieces[i];
            cues.add(new Cue(piece, i == 0, awaits, false));
            awaits = piece.endsWith("}\r\n") && !piece.endsWith("+}\r\n");
        }
        commands.add(String.join("", pieces).replaceAll("\\{(\\d+)\\+}\r\n", "{$1}\r\n"));
    }

    private void data(String first, String... lines) {
        cues.add(new Cue(first, true, false, random.nextBoolean()));
        for (String line : lines) {
            cues.add(new Cue(line, false, true, false));
        }
        commands.add(first + String.join("", lines));
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("abc \r\n{}+)\"*".charAt(random.nextInt(12)));
        }
        return text.toString();
    }

    /** Counts grants and results, keeps the rest. */
    private void hear(String got) {
        clientRest += got;
        everything.append(got);
        for (int end = message(); end > 0; end = message()) {
            String message = clientRest.substring(0, end);
            clientRest = clientRest.substring(end);
            if (message.startsWith("+ ")) {
                pluses++;
            } else {
                atClient.append(message);
                results += message.startsWith("a") ? 1 : 0;
            }
        }
    }

    /** Where the first whole message ends, 0 if there is none. */
    private int message() {
        int end = clientRest.indexOf('\n') + 1;
        boolean text = clientRest.startsWith("+") || clientRest.startsWith("a") || clientRest.startsWith("* OK");
        int line = 0;
        while (!text && end > 0) {
            Matcher announced = ANNOUNCED.matcher(clientRest.substring(line, end));
            if (!announced.find()) {
                break;
            }
            line = end + Integer.parseInt(announced.group(2));
            end = line > clientRest.length() ? 0 : clientRest.indexOf('\n', line) + 1;
        }
        return end;
    }

    static byte[] octets(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
