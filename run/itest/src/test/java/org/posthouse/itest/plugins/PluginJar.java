package org.posthouse.itest.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.posthouse.itest.fixture.Distribution;

/**
 * A jar in the making; immutable.
 *
 * @param headers of its manifest
 * @param entries name to content
 */
record PluginJar(Map<String, String> headers, Map<String, byte[]> entries) {

    /** Nothing but a manifest without headers. */
    static PluginJar plain() {
        return new PluginJar(Map.of(), Map.of());
    }

    /** A bundle without content. */
    static PluginJar bundle(String name, String version) {
        return plain().header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", name)
                .header("Bundle-Version", version);
    }

    /** A bundle whose one component is an interceptor that wants nothing. */
    static PluginJar interceptor(String name, String version, String id) {
        return bundle(name, version)
                .header("Import-Package", "org.posthouse.intercept;version=\"[1.0,2)\"")
                .type("Quiet")
                .component("Quiet", "", service(id));
    }

    static String service(String id) {
        return "<property name=\"imap.interceptor.id\" value=\"" + id + "\"/>"
                + "<property name=\"imap.interceptor.role\" value=\"observe\"/>"
                + "<service><provide interface=\"org.posthouse.intercept.InterceptorFactory\"/></service>";
    }

    PluginJar header(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new PluginJar(changed, entries);
    }

    PluginJar entry(String name, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.put(name, content);
        return new PluginJar(headers, changed);
    }

    /** A class of the sample package, with the classes in it. */
    PluginJar type(String name) {
        PluginJar changed = entry(path(name), load(path(name)));
        String inner = path(name + "$1");
        return PluginJar.class.getClassLoader().getResource(inner) == null
                ? changed
                : changed.entry(inner, load(inner));
    }

    /** A component of a class of the sample package. */
    PluginJar component(String name, String attributes, String elements) {
        String file = "OSGI-INF/" + name + ".xml";
        String xml = "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"sample." + name + "\" "
                + attributes + "><implementation class=\"org.posthouse.itest.plugins.sample." + name + "\"/>" + elements
                + "</scr:component>";
        return header("Service-Component", file).entry(file, xml.getBytes(StandardCharsets.UTF_8));
    }

    /** All that shipped bundles with this beginning of a file name carry. */
    PluginJar copyOf(String prefix) {
        PluginJar changed = this;
        Path shipped = Distribution.bundles().stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .findFirst()
                .orElseThrow();
        try (JarFile jar = new JarFile(shipped.toFile())) {
            for (var entry :
                    jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                try (InputStream content = jar.getInputStream(entry)) {
                    changed = changed.entry(entry.getName(), content.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return changed;
    }

    private static String path(String name) {
        return "org/posthouse/itest/plugins/sample/" + name + ".class";
    }

    private static byte[] load(String path) {
        try (InputStream content = PluginJar.class.getClassLoader().getResourceAsStream(path)) {
            if (content == null) {
                throw new AssertionError("no class " + path);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it under this name into a folder. */
    Path in(Path folder, String name) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((header, value) -> manifest.getMainAttributes().putValue(header, value));
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
