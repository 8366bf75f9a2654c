package org.posthouse.run.embed.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.run.embed.Built;
import org.w3c.dom.Element;

@Tag("resolve")
class BomTest {

    /** Drives a demo, nobody depends on it. */
    private static final Set<String> NOT_TO_DEPEND_ON = Set.of("org.posthouse.demo.server");

    @Test
    void shouldNameEachOfOurArtefactsInTheVersionThatIsBuilt() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        for (String artefact : bundles()) {
            expected.put(artefact, System.getProperty("posthouse.version"));
        }
        Map<String, String> managed = managed();
        managed.keySet().removeIf(artefact -> !artefact.startsWith("org.posthouse."));
        assertEquals(expected, managed);
    }

    @Test
    void shouldNameTheVersionsOfOthersThatWeTestWith() throws Exception {
        Xml root = Xml.of(Built.root().resolve("pom.xml"));
        Map<String, String> managed = managed();
        managed.keySet().removeIf(artefact -> artefact.startsWith("org.posthouse."));
        assertEquals(Map.of("netty-bom", root.text("netty.version"), "slf4j-api", root.text("slf4j.version")), managed);
    }

    private static Map<String, String> managed() throws Exception {
        Map<String, String> managed = new TreeMap<>();
        for (Element each : Xml.of(Built.root().resolve("bom/pom.xml")).all("dependency")) {
            managed.put(Xml.text(each, "artifactId"), Xml.text(each, "version"));
        }
        return managed;
    }

    private static Set<String> bundles() throws Exception {
        Set<String> artefacts = new TreeSet<>();
        try (Stream<Path> folders = Files.list(Built.root().resolve("bundles"))) {
            for (Path pom :
                    folders.map(f -> f.resolve("pom.xml")).filter(Files::exists).toList()) {
                artefacts.add(
                        Xml.of(pom).all("artifactId").get(1).getTextContent().strip());
            }
        }
        artefacts.removeAll(NOT_TO_DEPEND_ON);
        return artefacts;
    }
}
