package org.posthouse.itest.load;

import java.lang.ref.WeakReference;

/** Follows a class loader that should be gone; a class of its own, so that a heap dump's reader finds it. */
public final class Trail extends WeakReference<ClassLoader> {

    private final String name;

    /** Follows it without holding it. */
    public Trail(String name, ClassLoader loader) {
        super(loader);
        this.name = name;
    }

    /** Whether it is gone. */
    public boolean cold() {
        return refersTo(null);
    }

    @Override
    public String toString() {
        return name;
    }
}
