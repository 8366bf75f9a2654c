package org.posthouse.run.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.version.Version;
import aQute.bnd.version.VersionRange;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built manifest against cnf/imports.txt. */
@Tag("resolve")
class ManifestTest {

    private static final String API = "org.posthouse.intercept";
    private static final List<String> FORBIDDEN_HEADERS =
            List.of("DynamicImport-Package", "Bundle-Activator", "Require-Bundle");
    private static final List<String> COMPILE_TIME_ONLY =
            List.of("org.jspecify.", "com.google.errorprone.", "org.osgi.annotation.", "javax.annotation");

    static List<BuiltBundle> bundles() throws IOException {
        return BuiltTree.here().bundles();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void shouldImportOnlyWhatTheTableAdmitsWhenBuilt(BuiltBundle bundle) throws IOException {
        ImportRule rule = rule(bundle);
        assertEquals(
                List.of(),
                imports(bundle)
                        .filter(p -> !rule.admits(p) && !rule.exports().contains(p))
                        .toList(),
                "imports against the table");
        assertEquals(
                List.of(),
                imports(bundle)
                        .filter(rule::optional)
                        .filter(p -> !"optional".equals(bundle.imports().get(p).get("resolution:")))
                        .toList(),
                "imports that must be optional");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void shouldExportExactlyWhatTheTableSaysWithVersionsWhenBuilt(BuiltBundle bundle) throws IOException {
        assertEquals(rule(bundle).exports(), bundle.exports().keySet());
        bundle.exports()
                .forEach((name, attrs) -> assertTrue(
                        Version.parseVersion(attrs.getVersion()).compareTo(Version.emptyVersion) > 0,
                        name + " has no version"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void shouldBeAPlainBundleWhenBuilt(BuiltBundle bundle) {
        assertTrue(bundle.bundle(), "no Bundle-SymbolicName");
        assertEquals(
                List.of(),
                FORBIDDEN_HEADERS.stream()
                        .filter(h -> bundle.header(h).isPresent())
                        .toList());
        assertEquals(
                List.of(),
                imports(bundle)
                        .filter(p -> COMPILE_TIME_ONLY.stream().anyMatch((p + ".")::startsWith))
                        .toList(),
                "annotations of the compiler's among the imports");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void shouldBindToTheApiByItsRoleWhenItImportsIt(BuiltBundle bundle) throws IOException {
        Map<String, Version> exported = exportedByUs();
        imports(bundle).filter(exported::containsKey).forEach(name -> {
            VersionRange range = new VersionRange(bundle.imports().get(name).getVersion());
            assertTrue(range.isRange() && range.includes(exported.get(name)), name + " " + range);
        });
        if (bundle.imports().containsKey(API)) {
            String role = rule(bundle).role().orElseThrow(() -> new AssertionError("no role in the table"));
            Version api = Optional.ofNullable(exported.get(API)).orElseThrow();
            assertEquals(range(role, api), bundle.imports().get(API).getVersion(), role + " of " + API);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void shouldMarkEachPackageOfOursForNullnessWhenBuilt(BuiltBundle bundle) {
        assertEquals(
                List.of(),
                bundle.packages().entrySet().stream()
                        .filter(e -> e.getKey().startsWith("org.posthouse.") && !e.getValue())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void shouldKeepEachPackageInOneBundleWhenAllAreBuilt() throws IOException {
        Map<String, BuiltBundle> owners = new HashMap<>();
        for (BuiltBundle bundle : bundles()) {
            bundle.packages().keySet().stream()
                    .filter(p -> p.startsWith("org.posthouse."))
                    .forEach(name -> {
                        BuiltBundle other = owners.putIfAbsent(name, bundle);
                        assertTrue(other == null, name + " is in " + other + " and in " + bundle);
                    });
        }
    }

    private static ImportRule rule(BuiltBundle bundle) throws IOException {
        return ImportTable.read(BuiltTree.here().root().resolve("cnf/imports.txt"))
                .ruleFor(bundle.symbolicName())
                .orElseThrow(() -> new AssertionError(bundle.symbolicName() + " has no block in cnf/imports.txt"));
    }

    private static Stream<String> imports(BuiltBundle bundle) {
        return bundle.imports().keySet().stream();
    }

    private static Map<String, Version> exportedByUs() throws IOException {
        Map<String, Version> exported = new HashMap<>();
        bundles().forEach(b -> b.exports()
                .forEach((name, attrs) -> exported.put(name, Version.parseVersion(attrs.getVersion()))));
        return exported;
    }

    private static String range(String role, Version v) {
        String low = v.getMajor() + "." + v.getMinor();
        return switch (role) {
            case "consumer" -> "[" + low + "," + (v.getMajor() + 1) + ")";
            case "provider" -> "[" + low + "," + v.getMajor() + "." + (v.getMinor() + 1) + ")";
            default -> throw new AssertionError("role " + role);
        };
    }
}
