package org.posthouse.layers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Appends {@code layer, class, test, result, milliseconds, reason} for each test to a file. A class that fails or gives up before its tests
 * counts for each of them, so that nothing is lost from the total. May be called by several threads.
 */
public final class LayerRecorder implements TestExecutionListener {
    private final Map<String, Long> began = new ConcurrentHashMap<>();
    private final Path file;
    private volatile Optional<TestPlan> plan = Optional.empty();

    /** For JUnit's service loader: writes below the working directory, which is the module's. */
    public LayerRecorder() {
        this(Path.of("target", "layers.tsv"));
    }

    LayerRecorder(Path file) {
        this.file = file;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = Optional.of(testPlan);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        began.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        each(test, "skipped", reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String reason = result.getThrowable().map(LayerRecorder::reason).orElse("");
        switch (result.getStatus()) {
            case SUCCESSFUL -> passed(test);
            case ABORTED -> each(test, "skipped", reason);
            // A class that fails has tests that ran already or never will: one failure of its own either way.
            case FAILED -> line(test, "failed", reason);
        }
    }

    private void passed(TestIdentifier test) {
        if (test.isTest()) {
            line(test, "passed", "");
        }
    }

    private void each(TestIdentifier test, String result, String reason) {
        if (test.isTest()) {
            line(test, result, reason);
            return;
        }
        Set<TestIdentifier> inside = plan.map(p -> p.getDescendants(test)).orElse(Set.of());
        Set<TestIdentifier> tests =
                inside.stream().filter(TestIdentifier::isTest).collect(Collectors.toSet());
        (tests.isEmpty() ? Set.of(test) : tests).forEach(one -> line(one, result, reason));
    }

    private void line(TestIdentifier test, String result, String reason) {
        String layer = Layer.of(tags(test));
        long start = Optional.ofNullable(began.remove(test.getUniqueId())).orElseGet(System::nanoTime);
        long millis = (System.nanoTime() - start) / 1_000_000;
        append(String.join(
                        "\t",
                        layer,
                        className(test),
                        clean(test.getDisplayName()),
                        result,
                        Long.toString(millis),
                        clean(reason))
                + "\n");
    }

    /** With those of its class and factory method: a dynamic test has none of its own. */
    private Set<String> tags(TestIdentifier test) {
        return Stream.iterate(Optional.of(test), Optional::isPresent, one -> parent(one.get()))
                .flatMap(one -> one.get().getTags().stream())
                .map(TestTag::getName)
                .collect(Collectors.toSet());
    }

    private Optional<TestIdentifier> parent(TestIdentifier test) {
        return plan.flatMap(p -> p.getParent(test));
    }

    private synchronized void append(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String className(TestIdentifier test) {
        return test.getSource()
                .map(source -> source instanceof MethodSource method
                        ? method.getClassName()
                        : source instanceof ClassSource type ? type.getClassName() : "-")
                .orElse("-");
    }

    private static String reason(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage())
                .orElse(thrown.getClass().getSimpleName())
                .replaceFirst("^Assumption failed: ", "");
    }

    private static String clean(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ").strip();
    }
}
