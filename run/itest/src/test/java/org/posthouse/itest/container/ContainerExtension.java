package org.posthouse.itest.container;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/**
 * Runs the {@code @Test} methods of a class inside a Felix container with the bundles of the distribution: one container per
 * class, started in this JVM before its first test and stopped after its last. There is no official driver for JUnit 5; this one
 * uses Pax Exam's public API only. The test class is instantiated again inside the container for each test.
 */
public final class ContainerExtension implements BeforeAllCallback, AfterAllCallback, InvocationInterceptor {
    private static final Namespace SPACE = Namespace.create(ContainerExtension.class);

    /** A started container and what to call in it, by method name. */
    private record Running(
            ExamSystem system, TestContainer container, Map<String, TestAddress> tests, Provision provision) {
        static Running of(Class<?> type) throws IOException {
            Provision provision = Provision.prepare();
            ExamSystem system = PaxExamRuntime.createTestSystem(provision.options());
            TestProbeBuilder probe = system.createProbe();
            Map<String, TestAddress> tests = new HashMap<>();
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .forEach(method -> tests.put(method.getName(), probe.addTest(type, method.getName())));
            TestContainer container = PaxExamRuntime.createContainer(system);
            container.start();
            container.installProbe(probe.build().getStream());
            return new Running(system, container, tests, provision);
        }

        void stop() {
            container.stop();
            system.clear();
            provision.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        context.getStore(SPACE).put(Running.class, Running.of(context.getRequiredTestClass()));
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        invocation.skip();
        Running running = context.getStore(SPACE).get(Running.class, Running.class);
        try {
            running.container().call(running.tests().get(test.getExecutable().getName()));
        } catch (Exception wrapped) {
            throw unwrapped(wrapped);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        context.getStore(SPACE).get(Running.class, Running.class).stop();
    }

    /** What the test itself threw: the innermost cause that isn't wrapping by reflection. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        for (Throwable next = thrown; next != null; next = next.getCause()) {
            cause = next instanceof InvocationTargetException ? cause : next;
        }
        return cause;
    }
}
