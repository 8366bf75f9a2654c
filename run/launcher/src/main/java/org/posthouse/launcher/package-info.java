/**
 * The process around the framework: command line, exit codes, signals, standard output, start levels.
 *
 * <ol>
 * <li>Nothing in here knows IMAP or the proxy's classes, but for the static configuration check, which needs the JDK only.
 * <li>The bundles never see this class path; the launcher watches the proxy through service properties of JDK types.
 * <li>Whatever goes wrong before the proxy serves is one line on standard error and one exit code ({@link ExitCode}).
 * <li>Standard output never blocks a writer ({@link Console}), so logging can't stall an event loop.
 * </ol>
 */
@NullMarked
package org.posthouse.launcher;

import org.jspecify.annotations.NullMarked;
