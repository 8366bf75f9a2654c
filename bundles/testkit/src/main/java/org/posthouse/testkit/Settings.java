package org.posthouse.testkit;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Component property types (Declarative Services, "Component Property Types") without a container: an annotation with its
 * defaults and what a test sets.
 */
public final class Settings {

    private static final Map<Class<?>, Object> NOTHING = Map.of(
            int.class,
            0,
            long.class,
            0L,
            boolean.class,
            false,
            double.class,
            0d,
            float.class,
            0f,
            short.class,
            (short) 0,
            byte.class,
            (byte) 0,
            char.class,
            '\0');

    private Settings() {}

    /** All defaults; what has none is empty, 0 or false, as the container has it. */
    public static <A> A of(Class<A> type) {
        return of(type, Map.of());
    }

    /**
     * The values by method name, the rest by default.
     *
     * @throws IllegalArgumentException for a name that the type doesn't have, or a value of another type
     */
    public static <A> A of(Class<A> type, Map<String, ?> values) {
        Set<String> unknown = new TreeSet<>(values.keySet());
        for (Method method : type.getDeclaredMethods()) {
            Object value = values.get(method.getName());
            if (unknown.remove(method.getName())
                    && !boxed(method.getReturnType()).isInstance(value)) {
                throw new IllegalArgumentException(method.getName() + " is not of type "
                        + method.getReturnType().getSimpleName() + ": " + value);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no " + unknown);
        }
        InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
            case "annotationType" -> type;
            case "toString" -> type.getSimpleName() + values;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> value(method, values);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object value(Method method, Map<String, ?> values) {
        Object set = values.get(method.getName());
        if (set != null) {
            return set;
        }
        if (method.getDefaultValue() != null) {
            return method.getDefaultValue();
        }
        Class<?> type = method.getReturnType();
        return type.isArray() ? Array.newInstance(type.getComponentType(), 0) : NOTHING.getOrDefault(type, "");
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
