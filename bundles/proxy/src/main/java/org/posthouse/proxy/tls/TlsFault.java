package org.posthouse.proxy.tls;

import org.posthouse.proxy.config.Fault;

/** A context that can't be made, with the fault to show the operator. */
public final class TlsFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    TlsFault(String file, String key, Exception cause) {
        super(cause);
        this.fault = new Fault(file, key, String.valueOf(cause.getMessage()));
    }

    /** File, key and reason. */
    public Fault fault() {
        return fault;
    }
}
