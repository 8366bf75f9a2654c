package org.posthouse.itest.plugins.sample;

/** A component that can't be made. */
public final class Broken {
    public Broken() {
        throw new IllegalStateException("the moon is in the wrong house");
    }
}
