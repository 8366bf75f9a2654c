package org.posthouse.run.embed.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.run.embed.Built;
import org.w3c.dom.Element;

/** The feature for Karaf against the distribution: the same bundles in the same versions, but for what Karaf brings. */
@Tag("resolve")
class FeaturesTest {

    private static final Pattern HOSTS =
            Pattern.compile("org\\.apache\\..*|org\\.objectweb\\..*|ch\\.qos\\..*|org\\.osgi\\..*|slf4j\\..*");

    private static final Path REPOSITORY = Built.root().resolve("run/karaf/target/kar/repository");

    @Test
    void shouldInstallWhatTheDistributionShips() throws Exception {
        Map<String, String> shipped = Built.names(Built.bundles());
        shipped.keySet().removeIf(name -> HOSTS.matcher(name).matches());
        assertEquals(shipped, Built.names(features()));
    }

    @Test
    void shouldLeaveNoVersionOpenWhenBuilt() throws Exception {
        String text = Files.readString(file());
        assertTrue(!text.contains("${") && text.contains(System.getProperty("posthouse.version")), text);
    }

    private static Path file() {
        return Built.target().resolve("features.xml");
    }

    private static List<Path> features() throws Exception {
        List<Path> jars = new ArrayList<>();
        for (Element bundle : Xml.of(file()).all("bundle")) {
            Path jar = jar(bundle.getTextContent().strip());
            assertTrue(Files.exists(jar), () -> jar + " is not in the archive");
            jars.add(jar);
        }
        return jars;
    }

    /** Of {@code mvn:GROUP/ARTEFACT/VERSION[/jar/CLASSIFIER]}. */
    private static Path jar(String url) {
        String[] parts = url.replaceFirst("^mvn:", "").split("/");
        String classifier = parts.length > 4 ? "-" + parts[4] : "";
        return REPOSITORY
                .resolve(parts[0].replace('.', '/'))
                .resolve(parts[1])
                .resolve(parts[2])
                .resolve(parts[1] + "-" + parts[2] + classifier + ".jar");
    }
}
