package org.posthouse.proxy.plugin;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.posthouse.intercept.InterceptorFactory;

/** What is wrong with the interceptors that a bundle offers. */
final class Interceptors {

    private static final String TYPE = InterceptorFactory.class.getName();

    private final BundleContext context;
    private final LongPredicate followed;
    private final Function<Bundle, String> word;

    /**
     * Of a framework.
     *
     * @param followed whether the chains know the service of this id
     * @param word what to call the jar of a bundle
     */
    Interceptors(BundleContext context, LongPredicate followed, Function<Bundle, String> word) {
        this.context = context;
        this.followed = followed;
        this.word = word;
    }

    Optional<Finding> of(Bundle bundle) {
        List<ServiceReference<?>> offers = offers(bundle);
        return offers.stream()
                .flatMap(offer ->
                        foreign(offer)
                                .or(() -> nameless(offer))
                                .or(() -> silent(offer))
                                .or(() -> shadowed(offer))
                                .stream())
                .findFirst();
    }

    private static List<ServiceReference<?>> offers(Bundle bundle) {
        return Stream.ofNullable(bundle.getRegisteredServices())
                .flatMap(Arrays::stream)
                .<ServiceReference<?>>map(reference -> reference)
                .filter(reference -> Arrays.asList((String[]) reference.getProperty(Constants.OBJECTCLASS))
                        .contains(TYPE))
                .toList();
    }

    /** The author's commonest error: Declarative Services ignore a service of another class space without a word. */
    private Optional<Finding> foreign(ServiceReference<?> offer) {
        return offer.isAssignableTo(context.getBundle(), TYPE)
                ? Optional.empty()
                : Optional.of(Finding.failed(
                        "brings a copy of org.posthouse.intercept along: its interceptors are of another class space,"
                                + " nobody sees them",
                        "import the package, neither embed nor export it"));
    }

    private static Optional<Finding> nameless(ServiceReference<?> offer) {
        return id(offer).isEmpty()
                ? Optional.of(Finding.failed(
                        "offers an interceptor without the service property " + InterceptorFactory.ID,
                        "give it one: @Component(property = \"" + InterceptorFactory.ID + "=…\")"))
                : Optional.empty();
    }

    /** Its component is made when it is first asked for; when that fails the service stays, and gives nobody. */
    private Optional<Finding> silent(ServiceReference<?> offer) {
        boolean known = offer.getProperty(Constants.SERVICE_ID) instanceof Long id && followed.test(id);
        return known
                ? Optional.empty()
                : Optional.of(Finding.failed(
                        "its interceptor " + id(offer) + " does not start: the log has the reason",
                        "mend the cause, mostly in its configuration"));
    }

    private Optional<Finding> shadowed(ServiceReference<?> offer) {
        String id = id(offer);
        return all().stream()
                .filter(other -> id(other).equals(id))
                .min(Comparator.<ServiceReference<?>>reverseOrder())
                .filter(first -> !first.equals(offer))
                .map(first -> Finding.remark(
                        "is shadowed: the id " + id + " is served by " + word.apply(first.getBundle()),
                        "remove one of the two, give one another instance, or a higher service.ranking to the one"
                                + " that should run"));
    }

    private Collection<ServiceReference<InterceptorFactory>> all() {
        try {
            return context.getServiceReferences(InterceptorFactory.class, null);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String id(ServiceReference<?> offer) {
        String id = text(offer, InterceptorFactory.ID);
        String instance = text(offer, "instance");
        return id.isEmpty() || instance.isEmpty() ? id : id + ":" + instance;
    }

    private static String text(ServiceReference<?> offer, String key) {
        return offer.getProperty(key) instanceof String text ? text.strip() : "";
    }
}
