/**
 * For authors: tests an interceptor in the real engine with a few lines, without a container. Begin with
 * {@link org.posthouse.testkit.Testkit}.
 *
 * <p>Knows no test framework: what fails is an {@link java.lang.AssertionError}. Everything is for the thread of the test;
 * the event loop on which interceptors run is another one. Goes on a flat class path, in test scope; never into a container.
 *
 * <h2>Scripts</h2>
 *
 * <p>A line begins with a sign and one space; a number in the sign is that of a session, {@code C2:},
 * the first needs none and the others are opened on first use.
 *
 * <table>
 * <caption>signs</caption>
 * <tr><td>{@code C: …} {@code S: …}</td><td>the client, the server sends this line (and its CRLF)</td></tr>
 * <tr><td>{@code >C …} {@code >S …}</td><td>the next that the client, the server has received is exactly this line</td></tr>
 * <tr><td>{@code >C~ …} {@code >S~ …}</td><td>the same, a regular expression; named groups become variables</td></tr>
 * <tr><td>{@code >C} {@code >S}</td><td>it has received nothing else by now</td></tr>
 * <tr><td>{@code C>S …} {@code S>C …}</td><td>one sends it, the other has received exactly the same</td></tr>
 * <tr><td>empty line</td><td>nobody has received anything else by now; so at the end of the script</td></tr>
 * <tr><td>{@code ! advance 5s} ({@code ms s m h})</td><td>time passes</td></tr>
 * <tr><td>{@code ! unplug ID}, {@code plug}, {@code update}, {@code modified}</td><td>the interceptor goes, comes back, both, has another configuration</td></tr>
 * <tr><td>{@code ! closes C}, {@code stops}, {@code goes-on}</td><td>the peer closes, takes no octets, takes them again</td></tr>
 * <tr><td>{@code ! closed C}, {@code reset}</td><td>the proxy has closed the connection, or reset it; must be said unless a peer closes</td></tr>
 * <tr><td>{@code ! open 2}</td><td>the second client connects</td></tr>
 * <tr><td>{@code # …}</td><td>a remark</td></tr>
 * </table>
 *
 * <p>In a line {@code …} stands for anything up to the end of the line, <code>${word}</code> for a word: whatever was
 * received there first, the same ever after. <code>${octets 70000000}</code> are so many generated octets
 * ({@link org.posthouse.testkit.Generated}), <code>${crlf} ${cr} ${lf} ${nul} ${sp} ${hex 00FF}</code> octets that a script can't show, and a
 * line with <code>${open}</code> at its end has no CRLF. Backslashes mean themselves, the rest is UTF-8. A literal's
 * octets are simply the next line: {@code C: a1 APPEND INBOX {5}}, {@code C: hello}.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.posthouse.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
