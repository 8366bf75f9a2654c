package org.posthouse.imap.view;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.token.Octets;

/** No constructor of what extensions brought admits a value that they don't have. */
@Tag("unit")
class InvalidValuesTest {

    private static void assertRefused(List<Runnable> invalid) {
        for (int i = 0; i < invalid.size(); i++) {
            assertThrows(IllegalArgumentException.class, invalid.get(i)::run, "case " + i);
        }
    }

    @Test
    void shouldRefuseParametersThatThereAreNot() {
        assertRefused(List.of(
                () -> new SelectParameter.Other(Parameter.of("condstore")),
                () -> new SelectParameter.Resync(1L << 32, 1, Optional.empty(), Optional.empty()),
                () -> new SelectParameter.Resync(1, -1, Optional.empty(), Optional.empty()),
                () -> new FetchModifier.ChangedSince(-1),
                () -> new FetchModifier.Other(Parameter.of("Partial")),
                () -> new FetchModifier.Partial(new PartialRange(-1, 1)),
                () -> new StoreModifier.UnchangedSince(-1),
                () -> new StoreValue.Flags(true, List.of(Flag.WILDCARD)),
                () -> new StoreValue.Flags(false, List.of()),
                () -> new StoreValue.Labels(List.of(Octets.of("a\0"))),
                () -> new StoreValue.Other(FetchItemName.UID, List.of()),
                () -> new ResultOption.Other(Parameter.of("MIN")),
                () -> new ReturnOption.Other(Parameter.of("status")),
                () -> new MetadataOption.MaxSize(1L << 32),
                () -> new NotifyCommand.Event(EventName.FLAG_CHANGE, List.of(FetchItem.of(FetchItemName.UID)))));
    }

    @Test
    void shouldRefuseNamesAndCodesThatThereAreNot() {
        assertRefused(List.of(
                () -> EventName.of("a b"),
                () -> MailboxFilter.of(MailboxFilter.Kind.SUBTREE),
                () -> UrlAuthMechanism.of("a_b"),
                () -> new NamingCode.BadEvent(List.of()),
                () -> new NamingCode.BadUrl(Octets.of("imap://x y"), true),
                () -> new NamingCode.BadUrl(Octets.of("imap://x]"), false),
                () -> new NamingCode.BadUrl(Octets.of("imap://x(y"), false),
                () -> new NamingCode.BadUrl(Octets.of("imap://[(]"), false),
                () -> new NamingCode.Referral(List.of()),
                () -> new NamingCode.UrlMechanisms(List.of()),
                () -> new NamingCode.UndefinedFilter("a/b"),
                () -> new UrlFetchPart.Text(UrlFetchItem.BODYPARTSTRUCTURE, new Content.Missing()),
                () -> new ListExtension.ChildInfo(List.of()),
                () -> new SearchKey.Identity("SUBJECT", new ObjectId("x"))));
    }
}
