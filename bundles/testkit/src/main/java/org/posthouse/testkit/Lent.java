package org.posthouse.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;
import org.posthouse.intercept.Upstream;

/**
 * Stands before an object that the engine lends an interceptor and notices use after the time and on another thread.
 * Made for every interface of the API alike, so that the API may grow.
 */
final class Lent implements InvocationHandler {

    private final Object real;
    private final String name;
    private final BooleanSupplier loop;
    private final Faults faults;
    private volatile boolean over;

    private Lent(Object real, String name, BooleanSupplier loop, Faults faults) {
        this.real = real;
        this.name = name;
        this.loop = loop;
        this.faults = faults;
    }

    /** What was handed over, and how it is taken back. */
    record Loan<T>(T object, Lent guard) {}

    static <T> Loan<T> of(T real, Class<T> type, BooleanSupplier loop, Faults faults) {
        Lent guard = new Lent(real, type.getSimpleName(), loop, faults);
        Object object = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, guard);
        return new Loan<>(type.cast(object), guard);
    }

    /** It may not be used any more. */
    void expire() {
        over = true;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return identity(proxy, method, arguments);
        }
        boolean anywhere = method.getName().equals("execute");
        if (!anywhere && !loop.getAsBoolean()) {
            throw misuse(
                    method,
                    "was called on thread " + Thread.currentThread().getName() + ", not on the session's event loop");
        }
        if (over) {
            throw misuse(method, "was called when the call that had lent it was over");
        }
        Object result = on(real, method, arguments);
        return result instanceof Upstream upstream
                ? of(upstream, Upstream.class, loop, faults).object()
                : result;
    }

    /** Calls the method, its own exceptions come through. */
    @SuppressWarnings("NullAway") // what a reflective call gives back
    static Object on(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private IllegalStateException misuse(Method method, String how) {
        String what = name + "." + method.getName() + "() " + how;
        faults.misuse(what);
        return new IllegalStateException(what);
    }

    private Object identity(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> real.toString();
        };
    }
}
