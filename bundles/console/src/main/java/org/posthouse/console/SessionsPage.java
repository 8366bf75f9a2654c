package org.posthouse.console;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.apache.felix.utils.json.JSONWriter;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.posthouse.admin.Administration;
import org.posthouse.admin.SessionStatus;

/**
 * {@code /system/console/posthouse-sessions}: the open sessions, searched, sorted and paged here rather than in the browser
 * ({@link SessionQuery}). {@code posthouse-sessions.json?id=ID} is one session, 404 if it has gone.
 */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=posthouse-sessions",
            ServletConstants.PLUGIN_TITLE + "=Sessions",
            ServletConstants.PLUGIN_CATEGORY + "=Posthouse",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/posthouse/res/console.css"
        })
public final class SessionsPage extends Page {

    private static final long serialVersionUID = 1;

    /** Called by Declarative Services. */
    @Activate
    public SessionsPage(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Administration proxy, @Reference Secret secret) {
        super(proxy, secret, "sessions");
    }

    @Override
    boolean write(JSONWriter json, Administration proxy, HttpServletRequest request) throws IOException {
        Optional<String> id = Optional.ofNullable(request.getParameter("id"));
        if (id.isPresent()) {
            return one(json, proxy.session(id.get()));
        }
        SessionQuery.Found found = SessionQuery.of(request).among(proxy.sessions());
        json.object().key("now").value(System.currentTimeMillis());
        json.key("total").value(found.total()).key("matching").value(found.matching());
        json.key("offset").value(found.offset()).key("sessions").array();
        for (SessionStatus session : found.page()) {
            SessionJson.write(json, session);
        }
        json.endArray().endObject();
        return true;
    }

    private static boolean one(JSONWriter json, Optional<SessionStatus> session) throws IOException {
        if (session.isPresent()) {
            json.object().key("now").value(System.currentTimeMillis()).key("session");
            SessionJson.write(json, session.get());
            json.endObject();
        }
        return session.isPresent();
    }
}
