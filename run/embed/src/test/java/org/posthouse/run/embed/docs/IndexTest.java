package org.posthouse.run.embed.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.run.embed.Built;
import org.w3c.dom.Element;

/** The OSGi repository that the build makes: everything that ships, where it lies. */
@Tag("resolve")
class IndexTest {

    @Test
    void shouldNameEachBundleWhereItLies() throws Exception {
        Set<String> expected = Built.bundles().stream()
                .map(jar -> Built.target().relativize(jar).toString())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new TreeSet<>();
        for (Element attribute : Xml.of(Built.target().resolve("index.xml")).all("attribute")) {
            String value = attribute.getAttribute("value");
            // bnd adds a resource without a file for each Java version that a multi-release jar distinguishes.
            if (attribute.getAttribute("name").equals("url") && !value.startsWith("urn:osgi-bnd-mrj:")) {
                named.add(value);
            }
        }
        expected.removeAll(named);
        assertEquals(Set.of(), expected, "not in the index");
        named.removeIf(file -> Files.exists(Built.target().resolve(file)));
        assertEquals(Set.of(), named, "not where the index says");
    }
}
