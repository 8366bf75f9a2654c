/**
 * TLS for both legs: contexts out of files, and handlers out of contexts.
 *
 * <p>{@link org.posthouse.proxy.tls.TlsContexts} is made once per runtime and makes everything else. Making a context
 * and {@link org.posthouse.proxy.tls.TlsContexts#poll()} read files and block; taking a handler never does and may
 * happen on any event loop. A context follows its files: new handshakes see a renewed certificate within a second or
 * two, connections that stand are left alone, and a renewal that can't be used leaves the old one in force.
 *
 * <p>BoringSSL serves where its native library loads, the JDK's TLS otherwise: TLS 1.2 and 1.3, sessions resumed.
 */
@NullMarked
package org.posthouse.proxy.tls;

import org.jspecify.annotations.NullMarked;
