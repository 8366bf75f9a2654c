package org.posthouse.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks the instance of a data folder. */
final class ControlClient {
    private static final int SECONDS = 15;
    private final Path data;

    ControlClient(Path data) {
        this.data = data;
    }

    /**
     * Sends one request and prints the answer.
     *
     * @return what the answer says to end with
     * @throws Refusal {@link ExitCode#USAGE} when the request is too long, {@link ExitCode#UNAVAILABLE} when no instance runs there or it
     *     doesn't answer, {@link ExitCode#PERMISSION} when it is somebody else's
     */
    ExitCode ask(String request, PrintStream out) throws Refusal {
        if (request.getBytes(StandardCharsets.UTF_8).length > ControlLine.LONGEST) {
            throw new Refusal(ExitCode.USAGE, "that is more than " + ControlLine.LONGEST + " octets");
        }
        String answer = exchange(request);
        int end = answer.indexOf('\n');
        Optional<ExitCode> code = end < 0 ? Optional.empty() : ExitCode.of(answer.substring(0, end));
        if (code.isEmpty()) {
            throw refusal("does not answer");
        }
        out.print(answer.substring(end + 1));
        return code.get();
    }

    private String exchange(String request) throws Refusal {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            clock.schedule(
                    () -> {
                        channel.close();
                        return true;
                    },
                    SECONDS,
                    TimeUnit.SECONDS);
            channel.connect(UnixDomainSocketAddress.of(ControlSocket.in(data)));
            ControlLine.write(channel, request + "\n");
            return ControlLine.readAll(channel);
        } catch (ConnectException stale) {
            throw refusal("not running (its socket was left behind)");
        } catch (AsynchronousCloseException late) {
            throw refusal("does not answer within " + SECONDS + " s");
        } catch (IOException failure) {
            throw why(String.valueOf(failure.getMessage()));
        } finally {
            clock.shutdownNow();
        }
    }

    /** The system's own words are all that the JDK hands on. */
    private Refusal why(String message) {
        if (message.contains("ermission denied") || message.contains("not permitted")) {
            return new Refusal(
                    ExitCode.PERMISSION,
                    "data folder " + data + ": its socket is for the user who runs the proxy only");
        }
        if (message.contains("too long")) {
            return refusal("its path is too long for a socket: choose a shorter --data");
        }
        return refusal(message.contains("No such file") ? "not running" : "does not answer: " + message);
    }

    private Refusal refusal(String reason) {
        return new Refusal(ExitCode.UNAVAILABLE, "data folder " + data + ": " + reason);
    }
}
