package org.posthouse.proxy.plugin;

/** Where changes are heard of; names no class of the framework's, so that a watch without one loads none. */
interface Changes {

    /** From now on. */
    void listen();

    /** No more. */
    void close();
}
