package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Octets;

/** A response code that names what an extension's command was about: events, URLs, mechanisms, a filter, a mailbox. */
public sealed interface NamingCode extends ResponseCode {

    /** BADEVENT: the events that the server has (RFC 5465 §5). */
    record BadEvent(List<EventName> events) implements NamingCode {
        public BadEvent {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("no events");
            }
        }

        @Override
        public CodeName name() {
            return CodeName.BADEVENT;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.badEvent(this);
        }
    }

    /**
     * BADURL: which URL couldn't be used (RFC 4469 §4.1).
     *
     * @param quoted whether it is in quotes, as in the example of the RFC, but not in its grammar
     */
    record BadUrl(Octets url, boolean quoted) implements NamingCode {
        public BadUrl {
            CodeUrls.checked(url);
        }

        @Override
        public CodeName name() {
            return CodeName.BADURL;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.badUrl(this);
        }
    }

    /** REFERRAL: where to go instead; one URL for a login (RFC 2221), at least one for a mailbox (RFC 2193). */
    record Referral(List<Octets> urls) implements NamingCode {
        public Referral {
            urls = List.copyOf(urls);
            urls.forEach(CodeUrls::checked);
            if (urls.isEmpty()) {
                throw new IllegalArgumentException("no URL");
            }
        }

        @Override
        public CodeName name() {
            return CodeName.REFERRAL;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.referral(this);
        }
    }

    /** URLMECH: how URLs can be authorized for a mailbox; INTERNAL always, and first (RFC 4467 §7). */
    record UrlMechanisms(List<Offer> offers) implements NamingCode {

        /** A mechanism, and what is needed to use it: base64 on the wire. */
        public record Offer(UrlAuthMechanism mechanism, Optional<Octets> data) {}

        public UrlMechanisms {
            offers = List.copyOf(offers);
            if (offers.isEmpty() || !offers.get(0).equals(new Offer(UrlAuthMechanism.INTERNAL, Optional.empty()))) {
                throw new IllegalArgumentException("INTERNAL isn't first");
            }
        }

        @Override
        public CodeName name() {
            return CodeName.URLMECH;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.urlMechanisms(this);
        }
    }

    /** NOUPDATE: the tag of a search whose result the server won't go on telling (RFC 5267 §4.3.1). */
    record NoUpdate(Octets tag) implements NamingCode {
        public NoUpdate {
            Strings.line(tag);
            if (!tag.isAscii()) {
                throw new IllegalArgumentException("no tag");
            }
        }

        @Override
        public CodeName name() {
            return CodeName.NOUPDATE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.noUpdate(this);
        }
    }

    /** UNDEFINED-FILTER: an atom without {@code /} (RFC 5466 §3.1). */
    record UndefinedFilter(String filter) implements NamingCode {
        public UndefinedFilter {
            if (!isFilter(filter)) {
                throw new IllegalArgumentException("no name of a filter");
            }
        }

        static boolean isFilter(String text) {
            return Word.isAtom(text) && text.indexOf('/') < 0;
        }

        @Override
        public CodeName name() {
            return CodeName.UNDEFINED_FILTER;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.undefinedFilter(this);
        }
    }

    /** NEWNAME: a mailbox has another name now (RFC 2060 §7.1; no longer in RFC 3501). */
    record NewName(MailboxName from, MailboxName to) implements NamingCode {
        @Override
        public CodeName name() {
            return CodeName.NEWNAME;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.newName(this);
        }
    }

    /** One function per case that is here; a part of {@link ResponseCode.Cases}. */
    interface NamingCases<R> {
        R badEvent(BadEvent events);

        R badUrl(BadUrl url);

        R referral(Referral referral);

        R urlMechanisms(UrlMechanisms mechanisms);

        R noUpdate(NoUpdate update);

        R undefinedFilter(UndefinedFilter filter);

        R newName(NewName name);
    }
}
