package org.posthouse.proxy.status;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The configuration files that can't be read, where a launcher watches them; in somebody else's container there are none to know of. */
@Component(service = UnreadFiles.class)
public final class UnreadFiles {

    private volatile Optional<Supplier<?>> source = Optional.empty();

    /** Called by Declarative Services. */
    @Reference(
            target = "(org.posthouse.unread=files)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    void bind(Supplier<?> files) {
        source = Optional.of(files);
    }

    void unbind(Supplier<?> files) {
        source = source.filter(known -> known != files);
    }

    /** Their names. Any thread. */
    List<String> unread() {
        Object names = source.<Object>map(Supplier::get).orElse(List.of());
        return names instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
