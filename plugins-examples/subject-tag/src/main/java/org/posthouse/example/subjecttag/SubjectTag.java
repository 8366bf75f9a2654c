package org.posthouse.example.subjecttag;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
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
            SubjectTag.ID + "=subject-tag",
            SubjectTag.FAILURE + "=open",
            SubjectTag.CHANGES_CONTENT + SubjectTag.HOW
        })
@Designate(ocd = SubjectTag.Config.class)
public final class SubjectTag implements InterceptorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(SubjectTag.class);
    static final String HOW = "=headers and ENVELOPE; sizes, structure, partial fetches and messages are as they were";
    private static final Literals HEADERS = Literals.buffer(256 * 1024, Literals.WhenLarger.PASS);

    @ObjectClassDefinition(name = "Posthouse example: subject-tag")
    @interface Config {
        @AttributeDefinition(description = "What stands in front of each subject: one word")
        String tag() default "[tag]";

        @AttributeDefinition(description = "Mailboxes, with commas; without any it is in no chain")
        String mailboxes() default "";
    }

    volatile String tag = "[tag]";
    private volatile Set<MailboxName> mailboxes = Set.of();

    /** A tag without {@code =?} can't become a part of an encoded word (RFC 2047). */
    @Activate
    @Modified
    void configure(Config file) {
        if (!file.tag().matches("[!-~&&[^=\"\\\\]]{1,40}")) {
            LOG.error("interceptor=subject-tag key=tag kept={} reason=\"not one word of 1 to 40 letters\"", tag);
            return;
        }
        tag = file.tag();
        Stream<String> names = Stream.of(file.mailboxes().split(",")).map(String::trim);
        mailboxes = names.filter(name -> !name.isEmpty()).map(MailboxName::of).collect(Collectors.toSet());
        LOG.info("interceptor=subject-tag event=active tag={} mailboxes={}", tag, mailboxes);
    }

    @Override
    public Interest interest(SessionInfo info) {
        boolean tagged = info.mailbox().filter(mailboxes::contains).isPresent();
        InterestBuilder interest =
                mailboxes.isEmpty() ? Interest.of() : Interest.of().events();
        return (tagged ? interest.responses(HEADERS, ResponseName.FETCH) : interest)
                .stateDependent(false)
                .build();
    }

    @Override
    public Interceptor attach(Session session) {
        return new TaggedSession(this, session);
    }
}
