package org.posthouse.parse;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** Standard input and output whose failures say which of the two it was. */
final class Streams {

    /** Who read the output has enough of it. No fault. */
    static final class Enough extends IOException {
        private static final long serialVersionUID = 1;

        Enough(IOException cause) {
            super("nobody reads the output any more", cause);
        }
    }

    private Streams() {}

    /** Only read(byte[], int, int) is used here. */
    static InputStream input(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] to, int at, int length) throws IOException {
                try {
                    return super.read(to, at, length);
                } catch (IOException e) {
                    throw new IOException("standard input can't be read: " + reason(e), e);
                }
            }
        };
    }

    static OutputStream output(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] octets, int from, int length) throws IOException {
                try {
                    // Not super: that one writes octet by octet.
                    out.write(octets, from, length);
                } catch (IOException e) {
                    throw failed(e);
                }
            }

            @Override
            public void flush() throws IOException {
                try {
                    super.flush();
                } catch (IOException e) {
                    throw failed(e);
                }
            }
        };
    }

    private static IOException failed(IOException e) {
        // The system's own words are all there is to tell it from a full disk.
        return reason(e).toLowerCase(Locale.ROOT).contains("broken pipe")
                ? new Enough(e)
                : new IOException("output can't be written: " + reason(e), e);
    }

    private static String reason(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.toString());
    }
}
