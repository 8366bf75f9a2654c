package org.posthouse.imap.view;

/** Something that happens in a mail store and that NOTIFY can tell of (RFC 5465 §5); an open set. */
public final class EventName extends Word {

    public static final EventName MESSAGE_NEW = of("MessageNew");
    public static final EventName MESSAGE_EXPUNGE = of("MessageExpunge");
    public static final EventName FLAG_CHANGE = of("FlagChange");
    public static final EventName ANNOTATION_CHANGE = of("AnnotationChange");
    public static final EventName MAILBOX_NAME = of("MailboxName");
    public static final EventName SUBSCRIPTION_CHANGE = of("SubscriptionChange");
    public static final EventName MAILBOX_METADATA_CHANGE = of("MailboxMetadataChange");
    public static final EventName SERVER_METADATA_CHANGE = of("ServerMetadataChange");

    private EventName(String spelling) {
        super(spelling);
    }

    /**
     * @throws IllegalArgumentException if the text is no atom
     */
    public static EventName of(String text) {
        return new EventName(atom(text, "event"));
    }

    static EventName read(Args args) {
        return of(args.atom("event"));
    }
}
