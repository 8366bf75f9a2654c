package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;
import org.posthouse.imap.token.WriteLimits;

/** A response as a whole. */
public sealed interface Response
        permits AclData,
                CapabilityData,
                ComparatorData,
                CountData,
                EnabledData,
                ExtendedSearchData,
                FetchData,
                FlagsData,
                GenUrlAuthData,
                IdData,
                JmapAccessData,
                LanguageData,
                ListData,
                ListRightsData,
                MetadataData,
                MyRightsData,
                NamespaceData,
                OtherData,
                QuotaData,
                QuotaRootData,
                SearchData,
                StatusData,
                ThreadData,
                UidBatchesData,
                UrlFetchData,
                VanishedData,
                StatusResponse,
                ContinuationRequest {

    /** Reads every response, by the view that knows it; {@link OtherData} if none does. Absent only for a command. */
    View<Response> ANY = ResponseViews::any;

    /** What reads such a response. */
    View<? extends Response> view();

    /** Writes all but the line end. */
    void write(TokenWriter to);

    /** This as a message of its own. */
    default Message message(WriteLimits client) {
        return written(this, client).message(Reading.TOLERANT.withUtf8(client.utf8()));
    }

    /**
     * The response that this was read from, saying what this says: the octets of all that hasn't changed stay.
     *
     * @throws IllegalArgumentException if a literal that streams were lost
     */
    default Message into(Message response, WriteLimits client) {
        Optional<TokenWriter> before = response.view(view()).value().map(old -> written(old, client));
        return response.merged(before, written(this, client));
    }

    private static TokenWriter written(Response response, WriteLimits client) {
        TokenWriter writer = TokenWriter.response(client);
        response.write(writer);
        return writer;
    }
}
