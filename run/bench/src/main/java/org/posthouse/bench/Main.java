package org.posthouse.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.posthouse.bench.compare.Comparison;
import org.posthouse.bench.micro.Micro;
import org.posthouse.bench.sink.Sink;

/** {@code compare [--quick] [--busy] [--shared] [scenario…]}, {@code micro [--quick] [benchmark…]} or {@code sink PORT AUTHPORT}. */
public final class Main {
    private static final int WRONG = 1;
    private static final int USAGE = 64;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        String mode = arguments.length == 0 ? "" : arguments[0];
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (mode) {
            case "compare" -> System.exit(compare(rest));
            case "micro" -> System.out.print(Micro.run(rest, System.err));
            case "sink" -> serve(Integer.parseInt(rest.get(0)), Integer.parseInt(rest.get(1)));
            default -> System.exit(USAGE);
        }
    }

    private static int compare(List<String> arguments) throws Exception {
        try {
            return Comparison.run(arguments, System.out, System.err) ? 0 : WRONG;
        } catch (IllegalArgumentException usage) {
            System.err.println("run: " + usage.getMessage());
            return USAGE;
        }
    }

    /** Until the process is ended. */
    private static void serve(int port, int authPort) throws InterruptedException {
        try (Sink sink = new Sink()) {
            sink.open(port);
            sink.openAuth(authPort, port);
            new CountDownLatch(1).await();
        }
    }
}
