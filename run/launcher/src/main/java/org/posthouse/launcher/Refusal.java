package org.posthouse.launcher;

/** Why the launcher does not go on: one line for a person, one code for a service manager. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;
  private final ExitCode code;

  Refusal(ExitCode code, String line) {
    super(line);
    this.code = code;
  }

  ExitCode code() {
    return code;
  }
}
