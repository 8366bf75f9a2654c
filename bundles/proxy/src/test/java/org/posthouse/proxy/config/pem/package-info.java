/** PEM files of every kind that openssl writes. */
@NullMarked
package org.posthouse.proxy.config.pem;

import org.jspecify.annotations.NullMarked;
