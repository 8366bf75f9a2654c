package org.posthouse.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.utils.json.JSONWriter;
import org.apache.felix.webconsole.servlet.AbstractServlet;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.posthouse.admin.Administration;

/**
 * One page of the console: a frame without data, filled and kept up to date by a script from {@code LABEL.json}; the script's
 * files; and what the page's buttons post. Threads of the HTTP service, several at once.
 */
abstract class Page extends AbstractServlet {

    private static final long serialVersionUID = 1;
    private static final String JSON = ".json";
    private static final String RESOURCES = "/res/";
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript;charset=utf-8", "css", "text/css;charset=utf-8");
    private static final String FRAME = """
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <div id="posthouse" class="posthouse" data-root="%1$s" data-secret="%2$s">
            <noscript>This page is drawn by a script of its own; the figures are in %1$s.json.</noscript></div>
            <script type="module" src="%1$s/res/%3$s.js"></script>
            """;

    private final transient Administration administration;
    private final transient Secret secret;
    private final String script;

    Page(Administration administration, Secret secret, String script) {
        this.administration = administration;
        this.secret = secret;
        this.script = script;
    }

    /** Writes what the page shows, as one JSON value. */
    abstract void write(JSONWriter json, Administration proxy, HttpServletRequest request) throws IOException;

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        ContentPolicy.OURS.on(response);
        int resource = path.indexOf(RESOURCES);
        if (resource > 0) {
            resource(path.substring(resource + RESOURCES.length()), response);
        } else if (path.endsWith(JSON)) {
            answer(response, json -> write(json, administration, request));
        }
        // Neither: the Web Console writes its frame and calls renderContent.
    }

    @Override
    public final void renderContent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String root = String.valueOf(request.getAttribute(ServletConstants.ATTR_PLUGIN_ROOT));
        response.getWriter().printf(FRAME, root, secret.text(), script);
    }

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> objection = Provenance.of(request).objection();
        if (objection.isPresent() || !secret.isIn(request)) {
            String reason = objection.orElse("the page is from before a restart: load it again");
            refuse(response, HttpServletResponse.SC_FORBIDDEN, reason);
            return;
        }
        try {
            Deed.Outcome outcome = Deed.of(request).on(administration);
            response.setStatus(outcome.done() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_CONFLICT);
            answer(response, json -> {
                json.object().key("done").value(outcome.done());
                json.key("text").value(outcome.text()).endObject();
            });
        } catch (IllegalArgumentException wrong) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, String.valueOf(wrong.getMessage()));
        }
    }

    private interface Content {
        void write(JSONWriter json) throws IOException;
    }

    private static void answer(HttpServletResponse response, Content content) throws IOException {
        setNoCache(response);
        response.setCharacterEncoding("UTF-8");
        response.setContentType("application/json");
        content.write(new JSONWriter(response.getWriter()));
    }

    private static void refuse(HttpServletResponse response, int status, String reason) throws IOException {
        response.setStatus(status);
        answer(response, json -> {
            json.object().key("error").value(reason).endObject();
        });
    }

    /** One of a handful of files beside this class's bundle's root; a name with a slash in it is none of them. */
    private static void resource(String name, HttpServletResponse response) throws IOException {
        Optional<String> type = Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        try (InputStream content = name.indexOf('/') < 0 ? Page.class.getResourceAsStream(RESOURCES + name) : null) {
            if (content == null || type.isEmpty()) {
                refuse(response, HttpServletResponse.SC_NOT_FOUND, "not there");
                return;
            }
            // Asked for again after an update of the bundle, not before.
            response.setHeader("Cache-Control", "no-cache");
            response.setContentType(type.get());
            content.transferTo(response.getOutputStream());
        }
    }
}
