/**
 * Layer H: jars that are wrong in every way people get them wrong, dropped into the real distribution while a session is open. Each is
 * one line with jar, reason and mend, each shows in {@code bin/posthouse status}, none costs the session. The jars are made here, of
 * headers and of the classes in {@link org.posthouse.itest.plugins.sample}.
 */
@NullMarked
package org.posthouse.itest.plugins;

import org.jspecify.annotations.NullMarked;
