package org.posthouse.run.embed.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.felix.framework.BundleRevisionImpl;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.framework.util.manifestparser.NativeLibrary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.posthouse.run.embed.Built;

/** The framework's own words for a platform, as Java gives them there, decide. */
@Tag("container")
class NativesTest {

    private static final Set<String> OURS = Set.of("org.posthouse.tcnative", "org.posthouse.kqueue");

    @TempDir
    Path storage;

    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,libnetty_tcnative_linux_x86_64.so libnetty_transport_native_epoll_x86_64.so",
        "Linux,aarch64,libnetty_tcnative_linux_aarch_64.so libnetty_transport_native_epoll_aarch_64.so",
        "Mac OS X,x86_64,libnetty_tcnative_osx_x86_64.jnilib libnetty_transport_native_kqueue_x86_64.jnilib",
        "Mac OS X,aarch64,libnetty_tcnative_osx_aarch_64.jnilib libnetty_transport_native_kqueue_aarch_64.jnilib",
        "Windows 11,amd64,",
        "FreeBSD,riscv64,"
    })
    void shouldSelectExactlyTheLibrariesOfThePlatformWhenResolved(String system, String processor, String libraries)
            throws Exception {
        Framework framework = framework(system, processor);
        try {
            List<Bundle> installed = install(framework);
            assertTrue(
                    framework.adapt(FrameworkWiring.class).resolveBundles(installed),
                    () -> "unresolved: " + unresolved(installed));
            assertEquals(
                    new TreeSet<>(
                            List.of(Optional.ofNullable(libraries).orElse("").split(" "))),
                    selected(installed));
        } finally {
            framework.stop();
            framework.waitForStop(10_000);
        }
    }

    @Test
    void shouldCarryTheLicencesAndAllFourLibrariesWhenBuilt() throws Exception {
        Path jar = Built.bundles().stream()
                .filter(b -> Built.symbolicName(b).equals("org.posthouse.tcnative"))
                .findFirst()
                .orElseThrow();
        try (java.util.jar.JarFile opened = new java.util.jar.JarFile(jar.toFile())) {
            List<String> names = opened.stream().map(e -> e.getName()).toList();
            assertEquals(
                    4,
                    names.stream()
                            .filter(n -> n.matches(".*/libnetty_tcnative_.*"))
                            .count());
            assertTrue(names.stream().anyMatch(n -> n.endsWith("LICENSE.boringssl.txt")), () -> names.toString());
        }
    }

    private Framework framework(String system, String processor) throws BundleException {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_OS_NAME,
                        system,
                        Constants.FRAMEWORK_PROCESSOR,
                        processor,
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "org.slf4j;version=2.0.17"));
        framework.start();
        return framework;
    }

    private static List<Bundle> install(Framework framework) throws BundleException {
        List<Bundle> installed = new ArrayList<>();
        for (Path jar : Built.bundles()) {
            String name = Built.symbolicName(jar);
            if (name.startsWith("io.netty.") || OURS.contains(name)) {
                installed.add(
                        framework.getBundleContext().installBundle(jar.toUri().toString()));
            }
        }
        return installed;
    }

    private static TreeSet<String> selected(List<Bundle> bundles) {
        TreeSet<String> names = new TreeSet<>();
        for (Bundle bundle : bundles) {
            BundleRevisionImpl revision = (BundleRevisionImpl) bundle.adapt(BundleRevision.class);
            List<NativeLibrary> libraries =
                    Optional.ofNullable(revision.getDeclaredNativeLibraries()).orElse(List.of());
            libraries.forEach(library -> names.add(
                    library.getEntryName().substring(library.getEntryName().lastIndexOf('/') + 1)));
        }
        return names.isEmpty() ? new TreeSet<>(List.of("")) : names;
    }

    private static List<String> unresolved(List<Bundle> bundles) {
        return bundles.stream()
                .filter(b -> b.getState() < Bundle.RESOLVED)
                .map(Bundle::getSymbolicName)
                .toList();
    }
}
