package org.posthouse.admin;

/**
 * One jar in the plugin folder.
 *
 * @param jar the file's name
 * @param bundle symbolic name and version, {@code name/1.2.3}; empty if it is none or was never installed
 * @param state whether it does what it was put there for
 * @param reason what is the matter; empty if nothing is
 * @param mend what to do about it; empty if there is nothing to do
 */
public record JarStatus(String jar, String bundle, JarState state, String reason, String mend) {}
