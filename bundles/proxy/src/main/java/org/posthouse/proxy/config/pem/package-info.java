/**
 * Certificates and private keys out of PEM files (RFC 7468), with nothing but the JDK.
 *
 * <p>Read are certificate chains and unencrypted keys in PKCS#8, PKCS#1 (RSA) and SEC 1 (EC) form, in one file or in
 * two. Methods read files and block: never call them on an event loop. A
 * {@link org.posthouse.proxy.config.pem.PemFault} says in words for an operator what is wrong, and never holds any
 * byte of a file.
 */
@NullMarked
package org.posthouse.proxy.config.pem;

import org.jspecify.annotations.NullMarked;
