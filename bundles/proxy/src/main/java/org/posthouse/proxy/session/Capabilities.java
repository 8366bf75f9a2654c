package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.Capability;
import org.posthouse.imap.wire.CapabilityLine;
import org.posthouse.imap.wire.ResponseHead;
import org.posthouse.imap.wire.Span;
import org.posthouse.imap.wire.StatusCode;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.config.ServerTls;
import org.posthouse.proxy.session.ListMemory.Circumstances;
import org.posthouse.proxy.session.ListMemory.Verdict;

/**
 * The one capability list of a session: the server's, less what can't work through a proxy, plus what the proxy's
 * own transport offers. The same wherever a list stands ({@code protocol.md} §1). A list that is right already is
 * not touched.
 */
final class Capabilities {

    private static final String PLUS = "-PLUS";

    private final ListenerSettings settings;
    private final Session session;
    private final ListMemory memory;
    private Set<String> bound = Set.of();
    private Optional<List<Capability>> known = Optional.empty();

    Capabilities(ListenerSettings settings, Session session, ListMemory memory) {
        this.settings = settings;
        this.memory = memory;
        this.session = session;
    }

    /** The line with its list or its referral corrected, whichever its head says that it has. */
    Optional<byte[]> correct(int head, ByteBuf buf, int start, int end) {
        return ResponseHead.referralCode(head) ? withoutReferral(buf, start, end) : correct(buf, start, end);
    }

    /** The line with its list corrected, if it has a list that needs it. The buffer is borrowed. */
    Optional<byte[]> correct(ByteBuf buf, int start, int end) {
        Optional<Span> list = CapabilityLine.find(buf, start, end);
        return list.isEmpty() ? Optional.empty() : correct(buf, start, end, list.get());
    }

    private Optional<byte[]> correct(ByteBuf buf, int start, int end, Span list) {
        Circumstances now = new Circumstances(
                settings,
                session.offersStartTls(),
                session.demandsTls(),
                bound,
                session.chain().plan());
        Verdict verdict = memory.recall(buf, list, now).orElseGet(() -> judge(buf, list, now));
        bound = verdict.bound();
        known = Optional.of(verdict.told());
        return verdict.corrected().map(corrected -> replaced(buf, start, end, list, corrected));
    }

    private Verdict judge(ByteBuf buf, Span list, Circumstances now) {
        List<Capability> announced = CapabilityLine.read(buf, list);
        noteBound(announced);
        List<Capability> adds = adds(announced);
        List<Capability> told = new ArrayList<>(announced);
        told.removeIf(c -> removes(c, adds));
        told.addAll(adds);
        byte[] words = ByteBufUtil.getBytes(buf, list.start(), list.length());
        Optional<byte[]> corrected = CapabilityLine.edit(words, new Span(0, words.length), c -> removes(c, adds), adds);
        Verdict verdict = new Verdict(corrected, bound, List.copyOf(told));
        memory.note(words, now, verdict);
        return verdict;
    }

    /** The line without its REFERRAL code, which would send the client past the proxy (RFC 2221, 2193). */
    private Optional<byte[]> withoutReferral(ByteBuf buf, int start, int end) {
        return StatusCode.find(buf, start, end, "REFERRAL").map(code -> replaced(buf, start, end, code, new byte[0]));
    }

    /** Mechanisms that the server also offers bound to the channel: clients that can bind fail through a proxy. */
    boolean bound(String mechanism) {
        return bound.contains(mechanism);
    }

    /** What was known of the server is void: STARTTLS. */
    void forget() {
        bound = Set.of();
        known = Optional.empty();
    }

    /** The list that was known was that of another state: LOGIN, AUTHENTICATE, UNAUTHENTICATE have succeeded. */
    void stale() {
        known = Optional.empty();
    }

    /** The list as the client has been told it; empty while none was received in this state. */
    Optional<List<Capability>> known() {
        return known;
    }

    private boolean removes(Capability capability, List<Capability> adds) {
        boolean chosen = session.chain().plan().withheld().hides(capability) && !adds.contains(capability);
        boolean replaced = capability.equals(Capability.LITERAL_MINUS) && adds.contains(Capability.LITERAL_PLUS);
        return chosen || replaced || removesAlways(capability);
    }

    /** What can't work through the proxy. */
    private boolean removesAlways(Capability capability) {
        return switch (capability.keyword()) {
            case "STARTTLS" -> !session.offersStartTls();
            case "LOGINDISABLED" -> !session.demandsTls() && settings.upstreamTls() != ServerTls.OFF;
            case "COMPRESS", "LOGIN-REFERRALS", "MAILBOX-REFERRALS" -> true;
            case "SASL-IR" -> session.demandsTls();
            case "AUTH" ->
                session.demandsTls() || capability.mechanism().map(this::hides).orElse(true);
            default -> false;
        };
    }

    private boolean hides(String mechanism) {
        return Mechanisms.neverThrough(mechanism)
                || mechanism.endsWith(PLUS)
                || (bound(mechanism) && !settings.quirks().bareScram());
    }

    private List<Capability> adds(List<Capability> announced) {
        List<Capability> adds = new ArrayList<>();
        if (session.offersStartTls()) {
            adds.add(Capability.STARTTLS);
        }
        if (session.demandsTls()) {
            adds.add(Capability.LOGINDISABLED);
        }
        adds.addAll(session.chain().plan().added());
        adds.removeAll(announced);
        return adds;
    }

    private void noteBound(List<Capability> announced) {
        Set<String> found = new HashSet<>();
        announced.forEach(c -> c.mechanism()
                .filter(m -> m.endsWith(PLUS))
                .ifPresent(m -> found.add(m.substring(0, m.length() - PLUS.length()))));
        if (!found.isEmpty()) {
            bound = Set.copyOf(found);
            session.listenerSessions().warnOfBinding(found);
        }
    }

    private static byte[] replaced(ByteBuf buf, int start, int end, Span part, byte[] by) {
        byte[] line = new byte[end - start - part.length() + by.length];
        int before = part.start() - start;
        buf.getBytes(start, line, 0, before);
        System.arraycopy(by, 0, line, before, by.length);
        buf.getBytes(part.end(), line, before + by.length, end - part.end());
        return line;
    }
}
