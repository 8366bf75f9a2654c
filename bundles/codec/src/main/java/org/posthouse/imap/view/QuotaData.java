package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code * QUOTA "#user/alice" (STORAGE 54 111 MESSAGE 42 1000)} (RFC 9208 §4.2.1). */
public record QuotaData(Octets root, List<Usage> usages) implements Response {

    public static final View<QuotaData> VIEW = MessageReader.data(
            "QUOTA",
            args -> new QuotaData(
                    args.astring("quota root"), args.list("usages").all(Usage::read)));

    /** How much of a resource is used, and how much may be: below 2^63. */
    public record Usage(QuotaResource resource, long used, long most) {
        public Usage {
            if (used < 0 || most < 0) {
                throw new IllegalArgumentException("usage " + used + " of " + most);
            }
        }

        private static Usage read(Args list) {
            return new Usage(QuotaResource.of(list.atom("resource")), list.number64("usage"), list.number64("limit"));
        }
    }

    public QuotaData {
        Strings.checked(root);
        usages = List.copyOf(usages);
    }

    @Override
    public View<QuotaData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("QUOTA").astring(root).open();
        usages.forEach(usage ->
                to.atom(usage.resource().toString()).number(usage.used()).number(usage.most()));
        to.close();
    }
}
