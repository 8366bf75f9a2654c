package org.posthouse.intercept;

import org.osgi.annotation.versioning.ProviderType;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.view.SaslLine;

/** A client's line that answers a continuation request. */
@ProviderType
public interface DataView extends MessageView {

    /** Whether it belongs to a SASL exchange; otherwise it is the DONE of IDLE or answers an unknown command. */
    boolean sasl();

    /** Counts the lines of the exchange, from 0. */
    int index();

    /** What a SASL line says, its base64 decoded; {@code text()} never shows it. */
    Parsed<SaslLine> saslLine();
}
