package org.posthouse.proxy.plugin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** What keeps the declared components of a bundle from working. */
final class Components {

    private static final int WORKING = ComponentConfigurationDTO.SATISFIED | ComponentConfigurationDTO.ACTIVE;

    private static final String CAUSE = "Caused by: ";

    private final ServiceComponentRuntime runtime;

    Components(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** Nothing if all work, or if there is none. */
    Optional<Finding> of(Bundle bundle) {
        Collection<ComponentDescriptionDTO> declared = runtime.getComponentDescriptionDTOs(bundle);
        if (declared.isEmpty()) {
            return unread(bundle);
        }
        List<Finding> wrong = new ArrayList<>();
        List<Finding> unconfigured = new ArrayList<>();
        boolean some = false;
        for (ComponentDescriptionDTO component : declared) {
            if (runtime.isComponentEnabled(component)) {
                Collection<ComponentConfigurationDTO> made = runtime.getComponentConfigurationDTOs(component);
                some |= made.stream().anyMatch(one -> (one.state & WORKING) != 0);
                made.forEach(one -> trouble(component, one).ifPresent(wrong::add));
                if (made.stream().allMatch(Components::unconfigured)) {
                    unconfigured.add(unconfigured(component));
                }
            }
        }
        // One that waits to be configured beside others that work is one that nobody has asked for.
        Optional<Finding> lonely =
                some ? Optional.empty() : unconfigured.stream().findFirst();
        return wrong.stream().findFirst().or(() -> lonely);
    }

    /** So it is for a moment after each start, and for good if the description is broken. */
    private static Optional<Finding> unread(Bundle bundle) {
        return Optional.ofNullable(bundle.getHeaders().get("Service-Component"))
                .map(files -> Finding.failed(
                        "declares components in " + files + ", none of which can be read", "build it with bnd again"));
    }

    private static boolean unconfigured(ComponentConfigurationDTO made) {
        return made.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION;
    }

    private static Finding unconfigured(ComponentDescriptionDTO component) {
        String[] pids = Optional.ofNullable(component.configurationPid).orElse(new String[0]);
        String pid = pids.length == 0 ? component.name : pids[0];
        return Finding.waiting(
                "its component " + component.name + " waits for a configuration",
                "write conf/" + pid + ".cfg, or conf/" + pid + "-NAME.cfg for each of several");
    }

    private static Optional<Finding> trouble(ComponentDescriptionDTO component, ComponentConfigurationDTO made) {
        return switch (made.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                Optional.of(Finding.waiting(
                        "its component " + component.name + " waits for " + lacking(component, made),
                        "put the bundle that offers it into the plugin folder"));
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                Optional.of(Finding.failed(
                        "its component " + component.name + " does not start: " + failure(made),
                        "mend the cause, mostly in its configuration"));
            default -> Optional.empty();
        };
    }

    private static String lacking(ComponentDescriptionDTO component, ComponentConfigurationDTO made) {
        return Arrays.stream(made.unsatisfiedReferences)
                .map(reference -> service(component, reference))
                .sorted()
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String service(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
        String type = Arrays.stream(component.references)
                .filter(reference -> reference.name.equals(unsatisfied.name))
                .map(reference -> reference.interfaceName)
                .findFirst()
                .orElse(unsatisfied.name);
        return "a service " + type
                + Optional.ofNullable(unsatisfied.target)
                        .map(target -> " " + target)
                        .orElse("");
    }

    /** The innermost cause: what is around it is SCR's and Java's. */
    private static String failure(ComponentConfigurationDTO made) {
        List<String> lines = Optional.ofNullable(made.failure)
                .map(text -> text.lines().toList())
                .orElse(List.of());
        Optional<String> cause = lines.stream()
                .filter(line -> line.startsWith(CAUSE))
                .reduce((outer, inner) -> inner)
                .map(line -> line.substring(CAUSE.length()));
        return cause.or(() -> lines.stream().findFirst()).orElse("no reason given");
    }
}
