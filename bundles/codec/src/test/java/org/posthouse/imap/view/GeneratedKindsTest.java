package org.posthouse.imap.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The random values that {@link RoundTripTest} writes and reads back are of every kind that the package has. */
@Tag("unit")
@SuppressWarnings({"rawtypes", "unchecked"})
class GeneratedKindsTest {

    private static final Path CLASSES = Path.of("target/classes/org/posthouse/imap/view");

    /** Lines that are no message, and the server's part of SCRAM: {@link ScramTest} and {@link ViewTest} have them. */
    private static final Set<String> ELSEWHERE = Set.of(
            "DoneLine",
            "ScramMessage.ServerFirst",
            "ScramMessage.ClientFinal",
            "ScramMessage.ServerFinal",
            "ScramMessage.ServerError");

    @Test
    void shouldMakeEachKindOfValueThatThereIs() throws IOException, ClassNotFoundException {
        Set<String> missing = kinds();
        missing.removeAll(ELSEWHERE);
        for (int seed = 0; seed < 400 && !missing.isEmpty(); seed++) {
            RandomValues values = new RandomValues(seed);
            Set<String> seen = new TreeSet<>();
            for (List<?> made : List.of(values.commands(), values.responses(), values.sasl())) {
                made.forEach(value -> walk(value, seen));
            }
            missing.removeAll(seen);
        }
        assertEquals(Set.of(), missing);
    }

    /** Records by their names, constants of enums by theirs. */
    private static Set<String> kinds() throws IOException, ClassNotFoundException {
        Set<String> kinds = new TreeSet<>();
        try (Stream<Path> files = Files.list(CLASSES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> type = Class.forName("org.posthouse.imap.view." + name);
                if (!Modifier.isPublic(type.getModifiers())) {
                    continue;
                }
                if (type.isRecord()) {
                    kinds.add(name(type));
                }
                if (type.isEnum()) {
                    for (Object constant : type.getEnumConstants()) {
                        kinds.add(name(type) + "." + ((Enum<?>) constant).name());
                    }
                }
            }
        }
        return kinds;
    }

    private static String name(Class<?> type) {
        return type.getName().replaceFirst(".*\\.", "").replace('$', '.');
    }

    private static void walk(Object value, Set<String> seen) {
        of(Enum.class, value).forEach(constant -> seen.add(name(constant.getDeclaringClass()) + "." + constant.name()));
        of(Record.class, value).forEach(record -> {
            seen.add(name(record.getClass()));
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                walk(member(record, component), seen);
            }
        });
        of(Collection.class, value).forEach(list -> list.forEach(member -> walk(member, seen)));
        of(Optional.class, value).forEach(maybe -> maybe.ifPresent(there -> walk(there, seen)));
    }

    private static <T> Stream<T> of(Class<T> type, Object value) {
        return Stream.of(value).filter(type::isInstance).map(type::cast);
    }

    private static Object member(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
