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

/**
 * The one capability list of a session: the server's, less what can't work through a proxy, plus what the proxy's
 * own transport offers. The same wherever a list stands ({@code protocol.md} §1). A list that is right already is
 * not touched.
 */
final class Capabilities {

    private static final String PLUS = "-PLUS";

    private final ListenerSettings settings;
    private final Session session;
    private Set<String> bound = Set.of();
    private Optional<List<Capability>> known = Optional.empty();

    Capabilities(ListenerSettings settings, Session session) {
        this.settings = settings;
        this.session = session;
    }

    /** The line with its list or its referral corrected, whichever its head says that it has. */
    Optional<byte[]> correct(int head, ByteBuf buf, int start, int end) {
        return ResponseHead.referralCode(head) ? withoutReferral(buf, start, end) : correct(buf, start, end);
    }

    /** The line with its list corrected, if it has a list that needs it. The buffer is borrowed. */
    Optional<byte[]> correct(ByteBuf buf, int start, int end) {
        return CapabilityLine.find(buf, start, end).flatMap(list -> {
            List<Capability> announced = CapabilityLine.read(buf, list);
            noteBound(announced);
            List<Capability> adds = adds(announced);
            List<Capability> told = new ArrayList<>(announced);
            told.removeIf(c -> removes(c, adds));
            told.addAll(adds);
            known = Optional.of(List.copyOf(told));
            byte[] line = ByteBufUtil.getBytes(buf, start, end - start);
            return CapabilityLine.edit(line, list.shifted(-start), c -> removes(c, adds), adds);
        });
    }

    /** The line without its REFERRAL code, which would send the client past the proxy (RFC 2221, 2193). */
    private Optional<byte[]> withoutReferral(ByteBuf buf, int start, int end) {
        return StatusCode.find(buf, start, end, "REFERRAL").map(code -> cut(buf, start, end, code));
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

    private static byte[] cut(ByteBuf buf, int start, int end, Span code) {
        byte[] line = new byte[end - start - code.length()];
        buf.getBytes(start, line, 0, code.start() - start);
        buf.getBytes(code.end(), line, code.start() - start, end - code.end());
        return line;
    }
}
