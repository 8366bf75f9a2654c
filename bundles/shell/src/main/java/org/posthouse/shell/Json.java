package org.posthouse.shell;

/** Writes JSON (RFC 8259), one value after the other. Commas come by themselves; nesting is the caller's care. */
final class Json {

    private final StringBuilder out = new StringBuilder();
    private boolean first = true;

    Json open(char bracket) {
        comma();
        out.append(bracket);
        first = true;
        return this;
    }

    Json close(char bracket) {
        out.append(bracket);
        first = false;
        return this;
    }

    Json key(String name) {
        string(name);
        out.append(':');
        first = true;
        return this;
    }

    Json string(String value) {
        comma();
        out.append('"');
        value.chars().forEach(this::escaped);
        out.append('"');
        return this;
    }

    Json number(long value) {
        comma();
        out.append(value);
        return this;
    }

    Json truth(boolean value) {
        comma();
        out.append(value);
        return this;
    }

    private void comma() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void escaped(int unit) {
        if (unit == '"' || unit == '\\') {
            out.append('\\').append((char) unit);
        } else if (unit < ' ' || Character.isSurrogate((char) unit) || unit == 0x7f) {
            out.append(String.format("\\u%04x", unit));
        } else {
            out.append((char) unit);
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
