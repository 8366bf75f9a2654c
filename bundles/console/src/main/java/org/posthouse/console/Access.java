package org.posthouse.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may use the console: whoever knows the password in the file that the launcher wrote, from this machine, through a page of
 * the console. Covers all that the Web Console shows, not only our pages. The file is read at each request: a new password
 * holds at once, and without the file nobody gets in. Only there where the launcher offers such a file; in somebody else's
 * container the Web Console's own provider or theirs decides.
 */
@Component(property = SecurityProvider.PROPERTY_ID + "=posthouse")
public final class Access implements SecurityProvider {

    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final String USER = "admin";
    private static final String BASIC = "Basic ";

    private final PasswordFile file;

    /** Called by Declarative Services once the launcher has said where the password is. */
    @Activate
    public Access(@Reference(target = "(posthouse.console=password)") Supplier<?> file) {
        this.file = new PasswordFile(file);
    }

    @Override
    public @Nullable Object authenticate(HttpServletRequest request, HttpServletResponse response) {
        ContentPolicy.FOREIGN.on(response);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // Without any referrer browsers would send `Origin: null` with the console's own forms.
        response.setHeader("Referrer-Policy", "same-origin");
        boolean safe = Provenance.safe(request);
        if (safe && !decodes(request)) {
            refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "the query can't be decoded");
            return null;
        }
        Optional<String> objection = Provenance.of(request).objectionOnLoopback();
        if (objection.isPresent()) {
            LOG.warn("event=refused method={} reason=\"{}\"", request.getMethod(), objection.get());
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN, objection.get());
            return null;
        }
        if (!admits(Optional.ofNullable(request.getHeader("Authorization")).orElse(""))) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Posthouse\", charset=\"UTF-8\"");
            String who = "user admin, password in the file that the log names";
            refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, who);
            return null;
        }
        // Not before the password: to look at a form is to read it.
        if (!safe && !inParts(request) && !decodes(request)) {
            refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "the query or the form can't be decoded");
            return null;
        }
        return USER;
    }

    /** {@code %zz} decodes to nothing; each servlet container says so with an exception of its own, as late as it can. */
    private static boolean decodes(HttpServletRequest request) {
        try {
            return request.getParameterMap() != null;
        } catch (RuntimeException undecodable) {
            return false;
        }
    }

    /** An upload: nothing in it is percent-encoded, and it is long. */
    private static boolean inParts(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private boolean admits(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        try {
            byte[] shown = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String password = file.read();
            byte[] right = (USER + ":" + password).getBytes(StandardCharsets.UTF_8);
            return !password.isEmpty() && MessageDigest.isEqual(shown, right);
        } catch (IllegalArgumentException noBase64) {
            return false;
        } catch (IOException unreadable) {
            LOG.error(
                    "event=closed reason=\"the password can't be read\" file={} cause={}",
                    file.path(),
                    unreadable.toString());
            return false;
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String text) {
        try {
            response.setStatus(status);
            if (!Provenance.safe(request)) {
                // Nobody reads the form, so the connection ends here: said, or its next request would be lost with it.
                response.setHeader("Connection", "close");
            }
            response.setContentType("text/plain;charset=utf-8");
            // Not flushed, no length given: the container then sends it when this thread has gone on. Whoever asks
            // without
            // reading would otherwise hold a thread with each connection, without a password.
            response.getOutputStream().write(("posthouse: " + text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            LOG.debug("event=gone cause={}", gone.toString());
        }
    }

    /** There is one user, who may do everything. */
    @Override
    public boolean authorize(Object user, String role) {
        return USER.equals(user);
    }

    /** The browser keeps the password until it is closed; there is nothing of ours to forget. */
    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response) {}
}
