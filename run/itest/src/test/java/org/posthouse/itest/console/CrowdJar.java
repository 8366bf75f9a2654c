package org.posthouse.itest.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A bundle that offers {@link org.posthouse.itest.console.sample.Crowd} in place of the proxy's own administration. */
final class CrowdJar {
    private static final String CROWD = "org/posthouse/itest/console/sample/Crowd.class";
    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="crowd" immediate="true">
              <implementation class="org.posthouse.itest.console.sample.Crowd"/>
              <property name="service.ranking" type="Integer" value="1000"/>
              <service><provide interface="org.posthouse.admin.Administration"/></service>
            </scr:component>
            """;

    private CrowdJar() {}

    static Path in(Path folder) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.posthouse.itest.crowd");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", "org.posthouse.admin;version=\"[2.0,3)\"");
        main.putValue("Service-Component", "OSGI-INF/crowd.xml");
        Path file = folder.resolve("crowd.jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            put(jar, "OSGI-INF/crowd.xml", COMPONENT.getBytes(StandardCharsets.UTF_8));
            put(jar, CROWD, load(CROWD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
    }

    private static byte[] load(String path) throws IOException {
        try (InputStream content = CrowdJar.class.getClassLoader().getResourceAsStream(path)) {
            if (content == null) {
                throw new AssertionError("no class " + path);
            }
            return content.readAllBytes();
        }
    }
}
