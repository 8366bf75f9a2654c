package org.posthouse.metrics;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code org.posthouse.metrics.cfg}. */
@ObjectClassDefinition(
        name = "Posthouse metrics and health",
        description = "Where /metrics, /health/live and /health/ready answer. Nobody is asked for a password.")
public @interface EndpointSettings {

    /** The address to listen on, as {@code 127.0.0.1:9900}; there is no default. */
    @AttributeDefinition(name = "Listen", description = "HOST:PORT, on loopback: 127.0.0.1:9900", required = true)
    String listen() default "";
}
