package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Finds the spec of a name in a buffer without making anything: two tables by a hash of the capitals. */
final class CommandTable {

    private static final int MASK = 255;
    private static final int FACTOR = 31;
    private static final String UID = "UID ";
    private static final byte[] UID_NAME = octets("UID");
    private static final CommandTable COMMANDS = new CommandTable("");
    private static final CommandTable UIDS = new CommandTable(UID);

    private final byte[][] names = new byte[MASK + 1][];
    private final CommandSpec[] specs = new CommandSpec[MASK + 1];

    private CommandTable(String prefix) {
        for (CommandSpec spec : CommandSpec.all()) {
            String name = spec.name().toString();
            if (name.startsWith(UID) ? prefix.equals(UID) : prefix.isEmpty()) {
                put(octets(name.substring(prefix.length())), spec);
            }
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void put(byte[] name, CommandSpec spec) {
        int hash = 0;
        for (byte octet : name) {
            hash = hash * FACTOR + octet;
        }
        int at = hash & MASK;
        while (specs[at] != null) {
            at = at + 1 & MASK;
        }
        names[at] = name;
        specs[at] = spec;
    }

    static boolean isUid(ByteBuf buf, int from, int length) {
        return CodeWords.same(buf, from, length, UID_NAME);
    }

    /** The command of this name, UNKNOWN if there is none. */
    static CommandSpec command(ByteBuf buf, int from, int length) {
        return COMMANDS.find(buf, from, length);
    }

    /** The command {@code UID name}. */
    static CommandSpec uid(ByteBuf buf, int from, int length) {
        return UIDS.find(buf, from, length);
    }

    private CommandSpec find(ByteBuf buf, int from, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            int octet = buf.getByte(from + i);
            hash = hash * FACTOR + (octet >= 'a' && octet <= 'z' ? octet - 32 : octet);
        }
        for (int at = hash & MASK; specs[at] != null; at = at + 1 & MASK) {
            if (CodeWords.same(buf, from, length, names[at])) {
                return specs[at];
            }
        }
        return CommandSpec.UNKNOWN;
    }
}
