package org.posthouse.example.subjecttag;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.view.MailboxName;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.InterestBuilder;
import org.posthouse.intercept.Literals;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service. It decorates, it doesn't guard: it fails open, and what is larger than a header passes unseen. */
@Component(
        configurationPid = "org.posthouse.example.subjecttag",
        property = {
            InterceptorFactory.ID + "=subject-tag",
            InterceptorFactory.FAILURE + "=open",
            InterceptorFactory.CHANGES_CONTENT
                    + "=header sections and ENVELOPE only; sizes, structure and partial fetches are those of the message as it is"
        })
@Designate(ocd = SubjectTag.Config.class)
public final class SubjectTag implements InterceptorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(SubjectTag.class);
    private static final Literals HEADERS = Literals.buffer(256 * 1024, Literals.WhenLarger.PASS);

    /** What the file says. */
    @ObjectClassDefinition(name = "Posthouse example: subject-tag")
    @interface Config {
        String tag() default "[tag]";

        String mailboxes() default "";
    }

    private volatile String tag = "[tag]";
    private volatile Set<MailboxName> mailboxes = Set.of();

    /** No spaces and no {@code =?}: a tag must not become a part of an encoded word (RFC 2047). */
    @Activate
    @Modified
    void configure(Config file) {
        String newTag = file.tag().trim();
        if (!newTag.matches("[!-~&&[^=\"\\\\]]{1,40}")) {
            LOG.error(
                    "interceptor=subject-tag key=tag value=\"{}\" kept={} reason=\"not one short word\"", newTag, tag);
        } else {
            tag = newTag;
        }
        mailboxes = Arrays.stream(file.mailboxes().split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .map(MailboxName::of)
                .collect(Collectors.toUnmodifiableSet());
        LOG.info("interceptor=subject-tag event=active tag={} mailboxes={}", tag, mailboxes);
    }

    @Override
    public Interest interest(SessionInfo info) {
        if (mailboxes.isEmpty()) {
            return Interest.none();
        }
        InterestBuilder interest = Interest.of().events().stateDependent(false);
        boolean tagged = info.mailbox().filter(mailboxes::contains).isPresent();
        return (tagged ? interest.responses(HEADERS, ResponseName.FETCH) : interest).build();
    }

    @Override
    public Interceptor attach(Session session) {
        return new TaggedSession(this, session);
    }

    String tag() {
        return tag;
    }
}
