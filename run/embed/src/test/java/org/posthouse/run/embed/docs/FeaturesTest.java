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

    private static final Pattern LOGGING =
            Pattern.compile("org\\.apache\\.aries\\.spifly.*|org\\.objectweb\\..*|ch\\.qos\\..*|slf4j\\..*");
    /** Karaf has its own; and its framework hands out no com.sun.net.httpserver, which the metrics answer with. */
    private static final Pattern KARAFS = Pattern.compile(
            LOGGING + "|org\\.apache\\.felix\\.(configadmin|fileinstall|healthcheck\\.api)|org\\.posthouse\\.metrics");

    private static final Path REPOSITORY = Built.root().resolve("run/karaf/target/kar/repository");

    @Test
    void shouldInstallWhatTheDistributionShips() throws Exception {
        Map<String, String> shipped = Built.names(Built.bundles());
        Map<String, String> installed = Built.names(features());
        installed.forEach((name, version) -> assertEquals(shipped.get(name), version, name));
        assertEquals(
                List.of(),
                shipped.keySet().stream()
                        .filter(name -> !installed.containsKey(name)
                                && !KARAFS.matcher(name).matches())
                        .toList());
        assertEquals(
                List.of(),
                installed.keySet().stream()
                        .filter(name -> LOGGING.matcher(name).matches())
                        .toList());
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
