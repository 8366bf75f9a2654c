package org.posthouse.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What only our own pages know: 128 random bits, made when the bundle starts, sent back as a header with each POST. */
@Component(service = Secret.class)
public final class Secret {

    static final String HEADER = "X-Posthouse-Page";

    private final String text;

    /** Called by Declarative Services. */
    @Activate
    public Secret() {
        byte[] bits = new byte[16];
        new SecureRandom().nextBytes(bits);
        this.text = HexFormat.of().formatHex(bits);
    }

    /** For a page of ours; it goes nowhere else. */
    String text() {
        return text;
    }

    boolean isIn(HttpServletRequest request) {
        String shown = Optional.ofNullable(request.getHeader(HEADER)).orElse("");
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }
}
