package org.posthouse.run.embed.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An XML file, as far as these tests look into one. */
record Xml(Document document) {

    static Xml of(Path file) throws Exception {
        return new Xml(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
    }

    List<Element> all(String tag) {
        return elements(document.getElementsByTagName(tag));
    }

    /** Text of the first element of that name; empty if there is none. */
    String text(String tag) {
        return all(tag).stream()
                .findFirst()
                .map(e -> e.getTextContent().strip())
                .orElse("");
    }

    static String text(Element parent, String tag) {
        return elements(parent.getElementsByTagName(tag)).stream()
                .findFirst()
                .map(e -> e.getTextContent().strip())
                .orElse("");
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
