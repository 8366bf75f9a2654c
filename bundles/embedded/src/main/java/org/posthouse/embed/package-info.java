/**
 * The proxy in an application of one's own, on a plain class path, without OSGi.
 *
 * <p>{@link org.posthouse.embed.Posthouse#builder()} takes listeners, by the keys of their files or by the setters of {@link
 * org.posthouse.embed.ListenerKeys}, and interceptors ({@link org.posthouse.embed.Plugin}); both can be changed while it
 * runs. Several instances live side by side in one JVM: nothing is static. What OSGi gives is not to be had here: class
 * loaders of their own for plugins, a folder to drop jars into, files that are watched.
 *
 * <p>Threads: every method here waits for what it asks for and may be called from any thread but an event loop, that is, not from
 * an interceptor. All threads of an instance are daemons named {@code posthouse-…}; they end with {@link
 * org.posthouse.embed.Posthouse#close()}.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.posthouse.embed;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
