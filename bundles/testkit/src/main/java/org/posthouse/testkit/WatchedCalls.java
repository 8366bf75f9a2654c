package org.posthouse.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.SessionEvent;

/** One interceptor under test in one session. What it is given is lent for the call; an exchange until its result. */
final class WatchedCalls implements InvocationHandler {

    private final Watched factory;
    private final Interceptor real;
    private final BooleanSupplier loop;
    private final Faults faults;
    private final Map<Long, Lent.Loan<Exchange>> exchanges = new HashMap<>();
    private boolean detached;

    WatchedCalls(Watched factory, Interceptor real, BooleanSupplier loop, Faults faults) {
        this.factory = factory;
        this.real = real;
        this.loop = loop;
        this.faults = faults;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return objects(proxy, method, arguments);
        }
        String name = method.getName();
        factory.begins(name);
        if (detached) {
            faults.misuse(name + " was called after onDetach, the last call ever");
        }
        List<Lent> lent = new ArrayList<>();
        try {
            Object result = Lent.on(real, method, lend(method, arguments, lent));
            note(name, method.getReturnType(), result);
            return result;
        } catch (Throwable e) {
            factory.failed(name, e);
            throw e;
        } finally {
            lent.forEach(Lent::expire);
            if (name.equals("onDetach")) {
                detached = true;
                factory.detached();
            }
        }
    }

    @SuppressWarnings("NullAway") // a foreign method may give null against its contract
    private void note(String name, Class<?> type, Object result) {
        if (type == void.class) {
            return;
        }
        if (result == null) {
            factory.gaveNull(name);
        } else {
            factory.gave(name, result);
        }
    }

    private Object[] lend(Method method, Object[] arguments, List<Lent> lent) {
        Class<?>[] types = method.getParameterTypes();
        Object[] given = arguments.clone();
        for (int i = 0; i < given.length; i++) {
            given[i] = lend(types[i], given[i], lent);
        }
        return given;
    }

    private Object lend(Class<?> type, Object argument, List<Lent> lent) {
        if (type == Exchange.class) {
            return exchange((Exchange) argument);
        }
        if (type == Optional.class) {
            return ((Optional<?>) argument).map(e -> last((Exchange) e, lent));
        }
        boolean borrowed = type.isInterface() && type != SessionEvent.class;
        return borrowed ? lent(argument, type, lent) : argument;
    }

    private <T> T lent(Object real, Class<T> type, List<Lent> lent) {
        Lent.Loan<T> loan = Lent.of(type.cast(real), type, loop, faults);
        lent.add(loan.guard());
        return loan.object();
    }

    private Exchange exchange(Exchange exchange) {
        return exchanges
                .computeIfAbsent(exchange.number(), n -> Lent.of(exchange, Exchange.class, loop, faults))
                .object();
    }

    /** It comes with its result: the last time. */
    private Exchange last(Exchange exchange, List<Lent> lent) {
        Exchange shown = exchange(exchange);
        Lent.Loan<Exchange> loan = exchanges.remove(exchange.number());
        if (loan != null) {
            lent.add(loan.guard());
        }
        return shown;
    }

    private Object objects(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> real.toString();
        };
    }
}
