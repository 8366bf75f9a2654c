package org.posthouse.itest.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.posthouse.itest.fixture.Await;

/** What ships resolves, starts at its levels, and its components find what they need. */
@Tag("container")
@ExtendWith(ContainerExtension.class)
public class ProvisionedContainerTest {
    @Test
    public void shouldRunEveryBundleWhenStarted() {
        assertEquals(Map.of(), Container.here().asleep());
    }

    @Test
    public void shouldStartEachBundleAtItsShippedLevelWhenStarted() {
        for (String name : new String[] {"org.posthouse.codec", "org.posthouse.api", "org.posthouse.proxy"}) {
            int level = Container.here()
                    .bundle(name)
                    .orElseThrow()
                    .adapt(BundleStartLevel.class)
                    .getStartLevel();
            assertEquals(name.equals("org.posthouse.proxy") ? 20 : 8, level, name);
        }
    }

    @Test
    public void shouldSatisfyEveryComponentThatNeedsNoConfigurationWhenStarted() {
        ServiceComponentRuntime runtime = Container.here().service(ServiceComponentRuntime.class);
        Await.until("components of the proxy", () -> !ours(runtime).isEmpty());
        for (ComponentDescriptionDTO component : ours(runtime)) {
            if (!"require".equals(component.configurationPolicy)) {
                Await.until("a satisfied " + component.name, () -> satisfied(runtime, component));
            }
        }
    }

    @Test
    public void shouldWaitForAConfigurationWhenNobodyMadeAListener() {
        ServiceComponentRuntime runtime = Container.here().service(ServiceComponentRuntime.class);
        Await.until("the listener's component", () -> ours(runtime).stream()
                .anyMatch(ProvisionedContainerTest::isListener));
        ComponentDescriptionDTO listener = ours(runtime).stream()
                .filter(ProvisionedContainerTest::isListener)
                .findFirst()
                .orElseThrow();
        assertEquals("require", listener.configurationPolicy);
        assertFalse(satisfied(runtime, listener));
    }

    private static List<ComponentDescriptionDTO> ours(ServiceComponentRuntime runtime) {
        return runtime
                .getComponentDescriptionDTOs(
                        Container.here().bundle("org.posthouse.proxy").orElseThrow())
                .stream()
                .toList();
    }

    private static boolean isListener(ComponentDescriptionDTO component) {
        return Arrays.asList(component.configurationPid).contains("org.posthouse.listener");
    }

    private static boolean satisfied(ServiceComponentRuntime runtime, ComponentDescriptionDTO component) {
        return runtime.getComponentConfigurationDTOs(component).stream()
                .anyMatch(found ->
                        (found.state & (ComponentConfigurationDTO.SATISFIED | ComponentConfigurationDTO.ACTIVE)) != 0);
    }

    @Test
    public void shouldOfferConfigurationAdminWhenStarted() throws IOException {
        assertTrue(Container.here()
                        .service(ConfigurationAdmin.class)
                        .getConfiguration("nobody", "?")
                        .getProperties()
                == null);
    }
}
