package org.posthouse.console;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.felix.utils.json.JSONWriter;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.posthouse.admin.Administration;

/** {@code /system/console/posthouse-chain}: the places of each listener's chain, and switching them. */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=posthouse-chain",
            ServletConstants.PLUGIN_TITLE + "=Chain",
            ServletConstants.PLUGIN_CATEGORY + "=Posthouse",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/posthouse/res/console.css"
        })
public final class ChainPage extends Page {

    private static final long serialVersionUID = 1;

    /** Called by Declarative Services. */
    @Activate
    public ChainPage(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Administration proxy, @Reference Secret secret) {
        super(proxy, secret, "chain");
    }

    @Override
    boolean write(JSONWriter json, Administration proxy, HttpServletRequest request) throws IOException {
        json.object().key("now").value(System.currentTimeMillis());
        StatusJson.listeners(json, proxy.status().listeners());
        json.endObject();
        return true;
    }
}
