package org.posthouse.itest.load;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;

/** Who holds what a {@link Trail} leads to: reads a heap dump in a process of its own and prints the way to a root. */
public final class HeapPath {

    private static final int STEPS = 40;

    private HeapPath() {}

    /** Dumps this heap and has it read; what the reader printed. */
    public static String ofThisHeap() {
        try {
            Path dump = Files.createTempDirectory(Path.of("/tmp"), "phh").resolve("heap.hprof");
            com.sun.management.HotSpotDiagnosticMXBean heap =
                    ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class);
            heap.dumpHeap(dump.toString(), true);
            Process reader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            HeapPath.class.getName(),
                            dump.toString())
                    .redirectErrorStream(true)
                    .start();
            String text = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Files.deleteIfExists(dump);
            return text;
        } catch (IOException e) {
            return "no heap dump: " + e;
        }
    }

    /** Prints for each trail that isn't cold the objects from it to a root of the garbage collection. */
    public static void main(String[] arguments) throws IOException {
        Heap heap = HeapFactory.createHeap(new File(arguments[0]));
        for (Object type : heap.getJavaClassesByRegExp(Trail.class.getName())) {
            for (Object trail : ((JavaClass) type).getInstances()) {
                if (((Instance) trail).getValueOfField("referent") instanceof Instance loader) {
                    print(loader);
                }
            }
        }
    }

    private static void print(Instance loader) {
        System.out.println("held: " + loader.getJavaClass().getName() + "#" + loader.getInstanceNumber());
        Instance at = loader;
        for (int step = 0; step < STEPS && !at.isGCRoot(); step++) {
            Instance next = at.getNearestGCRootPointer();
            if (next == null || next.equals(at)) {
                break;
            }
            at = next;
            System.out.println("  by " + at.getJavaClass().getName() + "#" + at.getInstanceNumber());
        }
        System.out.println(at.isGCRoot() ? "  a root" : "  (no further)");
    }
}
