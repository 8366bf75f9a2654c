package org.posthouse.launcher;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * The commands that bundles offer to the control socket: {@link Function} services with the property {@code org.posthouse.control}, the
 * command's name. Text in, text out, so that nothing but the JDK is shared with them.
 */
final class ControlServices implements Function<String, String> {
    private static final String NAME = "org.posthouse.control";
    private final BundleContext context;

    ControlServices(BundleContext context) {
        this.context = context;
    }

    @Override
    public String apply(String request) {
        String[] words = request.strip().split(" ", 2);
        try {
            return find(words[0])
                    .map(service -> call(service, words.length > 1 ? words[1] : ""))
                    .orElseGet(() -> answer(
                            ExitCode.UNAVAILABLE, "nobody answers to \"" + words[0] + "\": is it still starting?"));
        } catch (RuntimeException | LinkageError failure) {
            return answer(ExitCode.SOFTWARE, words[0] + " failed: " + failure);
        }
    }

    private Optional<ServiceReference<?>> find(String name) {
        try {
            ServiceReference<?>[] all = context.getAllServiceReferences(Function.class.getName(), "(" + NAME + "=*)");
            return Optional.ofNullable(all).stream()
                    .flatMap(Arrays::stream)
                    .filter(reference -> name.equals(reference.getProperty(NAME)))
                    .findFirst();
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Bundles register functions of texts; another function's complaint about its argument is told like any failure. */
    @SuppressWarnings("unchecked")
    private String call(ServiceReference<?> reference, String arguments) {
        Optional<Object> service = Optional.ofNullable(context.getService(reference));
        try {
            return service.map(found -> ((Function<String, String>) found).apply(arguments))
                    .orElseGet(() -> answer(ExitCode.UNAVAILABLE, "it is just stopping"));
        } finally {
            context.ungetService(reference);
        }
    }

    private static String answer(ExitCode code, String text) {
        return code.number() + "\n" + text + "\n";
    }
}
