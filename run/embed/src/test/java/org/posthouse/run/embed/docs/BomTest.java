package org.posthouse.run.embed.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
        Map<String, String> managed = managed();
        managed.keySet().removeIf(artefact -> !artefact.startsWith("org.posthouse."));
        Set<String> missing = new TreeSet<>(artefacts(modules()));
        missing.removeAll(managed.keySet());
        assertEquals(Set.of(), missing);
        assertEquals(Set.of(System.getProperty("posthouse.version")), Set.copyOf(managed.values()));
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

    /** What the reactor builds in {@code bundles/}. */
    private static List<Path> modules() throws Exception {
        return Xml.of(Built.root().resolve("pom.xml")).all("module").stream()
                .map(module -> module.getTextContent().strip())
                .filter(module -> module.startsWith("bundles/"))
                .map(module -> Built.root().resolve(module).resolve("pom.xml"))
                .toList();
    }

    private static Set<String> artefacts(List<Path> poms) throws Exception {
        Set<String> artefacts = new TreeSet<>();
        for (Path pom : poms) {
            artefacts.add(Xml.of(pom).all("artifactId").get(1).getTextContent().strip());
        }
        artefacts.removeAll(NOT_TO_DEPEND_ON);
        return artefacts;
    }
}
