package org.posthouse.itest.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.posthouse.itest.load.Trail;

/** Installs, updates, reconfigures, stops, starts and removes bundles in random order; keeps track of their class loaders. */
final class Storm {

    private final BundleContext context;
    private final ConfigurationAdmin configurations;
    private final Random random;
    private final List<Path> jars;
    private final Map<Path, Bundle> installed = new LinkedHashMap<>();
    private final Map<String, Configuration> configured = new LinkedHashMap<>();
    private final List<Trail> trails = new ArrayList<>();
    private final Map<String, Integer> done = new LinkedHashMap<>();

    Storm(Container container, List<Path> jars, long seed) {
        this.context = container.context();
        this.configurations = container.service(ConfigurationAdmin.class);
        this.jars = jars;
        this.random = new Random(seed);
    }

    /** One random change. */
    void blow() throws BundleException, IOException {
        Path jar = jars.get(random.nextInt(jars.size()));
        Bundle bundle = installed.get(jar);
        if (bundle == null) {
            install(jar);
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> {
                count("update");
                try (InputStream in = Files.newInputStream(jar)) {
                    bundle.update(in);
                }
                follow(bundle);
            }
            case 1 -> {
                count("stop");
                bundle.stop();
            }
            case 2 -> {
                count("start");
                bundle.start();
                follow(bundle);
            }
            case 3 -> reconfigure(bundle.getSymbolicName());
            default -> {
                count("uninstall");
                installed.remove(jar).uninstall();
            }
        }
    }

    /** Everything is in the container, and active. */
    void allIn() throws BundleException {
        for (Path jar : jars) {
            Bundle bundle = installed.get(jar);
            if (bundle == null) {
                install(jar);
            } else {
                bundle.start();
            }
        }
    }

    /** Everything is out again. */
    void allOut() throws BundleException, IOException {
        for (Bundle bundle : installed.values()) {
            bundle.uninstall();
        }
        installed.clear();
        for (Configuration each : configured.values()) {
            each.delete();
        }
    }

    /** What was done, and how often. */
    Map<String, Integer> done() {
        return done;
    }

    /** Loaders of bundles that are there no more. */
    List<Trail> trails() {
        return trails;
    }

    private void install(Path jar) throws BundleException {
        count("install");
        Bundle bundle = context.installBundle(jar.toUri().toString());
        installed.put(jar, bundle);
        bundle.start();
        follow(bundle);
    }

    private void reconfigure(String pid) throws IOException {
        count("reconfigure");
        Configuration configuration = configured.get(pid);
        if (configuration == null) {
            configuration = configurations.getConfiguration(pid, "?");
            configured.put(pid, configuration);
        }
        configuration.update(FrameworkUtil.asDictionary(Map.of("service.ranking", random.nextInt(100))));
    }

    private void follow(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring != null) {
            trails.add(new Trail(bundle.getSymbolicName() + "#" + trails.size(), wiring.getClassLoader()));
        }
    }

    private void count(String what) {
        done.merge(what, 1, Integer::sum);
    }
}
