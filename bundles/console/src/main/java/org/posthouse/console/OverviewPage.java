package org.posthouse.console;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.felix.utils.json.JSONWriter;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.posthouse.admin.Administration;
import org.posthouse.admin.Status;

/**
 * {@code /system/console/posthouse}: readiness with its reasons, listeners, rates, plugins. {@code posthouse.json?after=MILLIS}
 * leaves out the samples up to that moment.
 */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=posthouse",
            ServletConstants.PLUGIN_TITLE + "=Overview",
            ServletConstants.PLUGIN_CATEGORY + "=Posthouse",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/posthouse/res/console.css"
        })
public final class OverviewPage extends Page {

    private static final long serialVersionUID = 1;
    private final transient History history;

    /** Called by Declarative Services. */
    @Activate
    public OverviewPage(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Administration proxy,
            @Reference Secret secret,
            @Reference History history) {
        super(proxy, secret, "overview");
        this.history = history;
    }

    @Override
    boolean write(JSONWriter json, Administration proxy, HttpServletRequest request) throws IOException {
        Status status = proxy.status();
        json.object().key("now").value(System.currentTimeMillis());
        StatusJson.readiness(json, status.readiness());
        StatusJson.listeners(json, status.listeners());
        StatusJson.jars(json, status.jars());
        json.key("step").value(History.STEP_SECONDS).key("samples").array();
        for (History.Sample sample : history.after(Instant.ofEpochMilli(after(request)))) {
            StatusJson.sample(json, sample);
        }
        json.endArray().endObject();
        return true;
    }

    private static long after(HttpServletRequest request) {
        String text = Optional.ofNullable(request.getParameter("after")).orElse("");
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }
}
