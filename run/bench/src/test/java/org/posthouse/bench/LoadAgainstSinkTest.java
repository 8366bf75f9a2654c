package org.posthouse.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posthouse.bench.load.Load;
import org.posthouse.bench.load.Measured;
import org.posthouse.bench.load.Sample;
import org.posthouse.bench.load.Target;
import org.posthouse.bench.load.Workload;
import org.posthouse.bench.sink.Sink;

/** The tester tested: a good server passes, a faulty one is reported. No figure is asserted. */
@Tag("dialogue")
class LoadAgainstSinkTest {
    private static final Duration MOMENT = Duration.ofMillis(100);

    @ParameterizedTest
    @EnumSource(value = Workload.class, names = "IDLE", mode = EnumSource.Mode.EXCLUDE)
    void shouldFindNothingWrongWhenTheServerIsTheSink(Workload workload) {
        try (Sink sink = new Sink();
                Loop loop = Loop.open()) {
            Target target = new Target(sink.open(0), Optional.empty());

            Measured measured = new Load(loop, target, workload).measure(3, MOMENT, MOMENT, Sample.NONE);

            assertEquals(Optional.empty(), measured.wrong());
            assertTrue(measured.operations() > 0);
        }
    }

    @Test
    void shouldHoldAllSessionsInIdleWhenAsked() {
        try (Sink sink = new Sink();
                Loop loop = Loop.open()) {
            Target target = new Target(sink.open(0), Optional.empty());
            AtomicInteger asked = new AtomicInteger();

            Optional<String> wrong =
                    new Load(loop, target, Workload.IDLE).idle(20, Duration.ofSeconds(20), asked::incrementAndGet);

            assertEquals(Optional.empty(), wrong);
            assertEquals(1, asked.get());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Workload.class,
            names = {"LOGIN", "BODY_1M", "APPEND_1M"})
    void shouldFindNothingWrongWhenTheClientsLegIsTls(Workload workload) throws Exception {
        try (Sink sink = new Sink();
                Loop loop = Loop.open();
                TestCertificate certificate = TestCertificate.make()) {
            SslContext server = certificate.server();
            SslContext client = SslContextBuilder.forClient()
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .build();
            Target target = new Target(sink.openTls(server), Optional.of(client));

            Measured measured = new Load(loop, target, workload).measure(2, MOMENT, MOMENT, Sample.NONE);

            assertEquals(Optional.empty(), measured.wrong());
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void shouldReportTheFaultWhenTheServerAnswersWrongly(Fault fault) {
        try (FaultyServer server = new FaultyServer(fault);
                Loop loop = Loop.open()) {
            Target target = new Target(server.port(), Optional.empty());

            Measured measured = new Load(loop, target, fault.workload()).measure(1, MOMENT, MOMENT, Sample.NONE);

            assertTrue(measured.wrong().orElse("").contains(fault.report()), () -> fault + ": " + measured.wrong());
        }
    }
}
