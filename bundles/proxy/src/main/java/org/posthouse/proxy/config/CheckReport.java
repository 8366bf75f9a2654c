package org.posthouse.proxy.config;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@link ConfigurationCheck} found in a {@code conf} folder.
 *
 * @param listeners every listener file in the order of its name, valid or not
 * @param general what concerns the folder as a whole, such as no listener at all
 */
public record CheckReport(List<Checked> listeners, List<Fault> general) {

    /**
     * One file.
     *
     * @param name the NAME in the file's name
     * @param file the file as given on the command line
     * @param outcome what reading it came to
     */
    public record Checked(String name, String file, Outcome outcome) {

        /** True if a container would open this listener (as far as can be said without binding). */
        public boolean valid() {
            return outcome.match(valid -> true, faulty -> false);
        }
    }

    /** Exit code of {@code bin/posthouse check}: everything is right. */
    public static final int OK = 0;

    /** Exit code of {@code bin/posthouse check}: EX_CONFIG of sysexits. */
    public static final int CONFIGURATION = 78;

    public CheckReport {
        listeners = List.copyOf(listeners);
        general = List.copyOf(general);
    }

    /** {@link #OK} if nothing at all is wrong, else {@link #CONFIGURATION}; warnings don't count. */
    public int exitCode() {
        return general.isEmpty() && listeners.stream().allMatch(Checked::valid) ? OK : CONFIGURATION;
    }

    /** Every fault and warning, one line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Checked each : listeners) {
            lines.addAll(each.outcome()
                    .match(
                            valid -> valid.warnings().stream()
                                    .map(Warning::toString)
                                    .toList(),
                            faulty -> faulty.faults().stream()
                                    .map(Fault::toString)
                                    .toList()));
        }
        general.forEach(fault -> lines.add(fault.toString()));
        return lines;
    }
}
