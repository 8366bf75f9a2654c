package org.posthouse.imap.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/imap-language.md} names everything that the code knows, and no view that isn't there. */
@Tag("unit")
class LanguageTableTest {

    private static final Path FILE = Path.of("../../docs/imap-language.md");

    private static String section(String title) throws IOException {
        String text = Files.readString(FILE);
        int from = text.indexOf("\n## " + title);
        int to = text.indexOf("\n## ", from + 4);
        return text.substring(from, to < 0 ? text.length() : to);
    }

    private static Set<String> names(String title) throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher name = Pattern.compile("`([^`]+)`").matcher(section(title));
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private static void assertNamed(Set<String> known, String title) throws IOException {
        Set<String> missing = new TreeSet<>(known);
        missing.removeAll(names(title));
        assertEquals(Set.of(), missing, title);
    }

    private static Set<String> texts(Set<?> known) {
        Set<String> names = new TreeSet<>();
        known.forEach(name -> names.add(name.toString()));
        return names;
    }

    private static Set<String> constants(Class<? extends Word> type) {
        Set<String> names = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            boolean constant =
                    Modifier.isPublic(field.getModifiers()) && field.getType().equals(type);
            if (constant) {
                try {
                    names.add(field.get(null).toString());
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return names;
    }

    @Test
    void shouldNameEachCommand() throws IOException {
        assertNamed(texts(CommandViews.TABLE.keySet()), "Commands");
    }

    @Test
    void shouldNameEachResponse() throws IOException {
        assertNamed(texts(ResponseViews.DATA.keySet()), "Responses");
        assertNamed(texts(ResponseViews.NUMBERED.keySet()), "Responses");
    }

    @Test
    void shouldNameEachWordOfAnOpenSet() throws IOException {
        assertNamed(constants(CodeName.class), "Response codes");
        assertNamed(constants(StatusItem.class), "STATUS items");
        assertNamed(constants(ListAttribute.class), "List attributes");
        Set<String> items = constants(FetchItemName.class);
        items.remove("BODY.PEEK");
        assertNamed(items, "FETCH items");
    }

    @Test
    void shouldNameEachSearchKey() throws IOException {
        for (Set<String> keys : Set.of(
                SearchWords.SIMPLE, SearchWords.TEXT, SearchWords.IDENTITY, SearchWords.DATE, SearchWords.NUMBER)) {
            assertNamed(keys, "Search keys");
        }
    }

    @Test
    void shouldNameEachParameterAndOption() throws IOException {
        for (Grammar<?> grammar : List.of(
                Grammar.SELECT,
                Grammar.CREATE,
                Grammar.FETCH,
                Grammar.STORE,
                Grammar.RESULTS,
                Grammar.SELECTION,
                Grammar.RETURN,
                Grammar.METADATA)) {
            assertNamed(grammar.names(), "Parameters, modifiers, options");
        }
        assertNamed(constants(EventName.class), "Parameters, modifiers, options");
        assertNamed(constants(QuotaResource.class), "Parameters, modifiers, options");
        assertNamed(constants(ThreadAlgorithm.class), "Parameters, modifiers, options");
        assertNamed(constants(UrlFetchItem.class), "Parameters, modifiers, options");
        assertNamed(texts(Set.of(MailboxFilter.Kind.values())), "Parameters, modifiers, options");
        assertNamed(texts(Set.of(SortKey.Field.values())), "Parameters, modifiers, options");
    }

    @Test
    void shouldNameNoViewThatIsNotThere() throws IOException, ClassNotFoundException {
        for (String title : Set.of("Commands", "Responses")) {
            Matcher view = Pattern.compile("\\| (\\w+) \\|\\n").matcher(section(title));
            while (view.find()) {
                if (!view.group(1).equals("view")) {
                    Class.forName("org.posthouse.imap.view." + view.group(1));
                }
            }
        }
    }
}
