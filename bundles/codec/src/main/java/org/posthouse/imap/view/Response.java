package org.posthouse.imap.view;

import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.WriteLimits;

/** A response as a whole. */
public interface Response {

    /** Writes all but the line end. */
    void write(TokenWriter to);

    /** This as a message of its own. */
    default Message message(WriteLimits client) {
        TokenWriter writer = TokenWriter.response(client);
        write(writer);
        return writer.message(Reading.TOLERANT.withUtf8(client.utf8()));
    }

    /**
     * The response that this was read from, saying what this says: the octets of all that hasn't changed stay.
     *
     * @throws IllegalArgumentException if a literal that streams were lost
     */
    default Message into(Message response, WriteLimits client) {
        TokenWriter writer = TokenWriter.response(client);
        write(writer);
        return response.merged(writer);
    }
}
