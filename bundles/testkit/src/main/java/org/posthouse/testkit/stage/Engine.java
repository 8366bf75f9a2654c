package org.posthouse.testkit.stage;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.posthouse.intercept.InterceptorFactory;

/** A proxy under test, wherever it runs. For the thread of the test. */
public interface Engine extends AutoCloseable {

    /** Whether this thread is an event loop of it. */
    boolean isLoop();

    /** A service comes. */
    void bind(InterceptorFactory factory, Map<String, ?> properties);

    /** A service's properties were modified; returns when the engine has taken note. */
    void updated(InterceptorFactory factory, Map<String, ?> properties);

    /** A service goes; returns when the engine says that it has gone. */
    void unbind(InterceptorFactory factory, Map<String, ?> properties);

    /**
     * A client connects.
     *
     * @param from its address, where that can be chosen
     * @param heard gets the name of a wire and the octets that came out of it
     */
    Connection connect(InetSocketAddress from, BiConsumer<String, byte[]> heard);

    /**
     * Time passes.
     *
     * @param clock moves with it, on the loop
     * @throws UnsupportedOperationException where the clock is the world's
     */
    void advance(Duration time, Consumer<Duration> clock);

    /** Waits until nothing moves any more, where that can be known. */
    void settle();

    /** What the engine has counted as failures so far, by slot: exceptions, impossible verdicts, deferrals over time. */
    Map<String, Long> failures();

    /** Ends every connection, by its client. */
    void hangUp();

    /** What should not be there after the last connection has ended. */
    List<String> leftOver();

    @Override
    void close();
}
