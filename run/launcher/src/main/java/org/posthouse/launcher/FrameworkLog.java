package org.posthouse.launcher;

import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** Brings what the framework, and what FileInstall says through {@code java.util.logging}, to the launcher's log as single lines. */
final class FrameworkLog {
    private static final String FILE_INSTALL = "fileinstall";
    private final Log log;

    FrameworkLog(Log log) {
        this.log = log;
    }

    /** For the framework property {@code felix.log.logger}. */
    Logger forFramework() {
        return new Logger() {
            @Override
            protected void doLog(
                    Bundle bundle, ServiceReference service, int level, String message, Throwable failure) {
                if (level == Logger.LOG_ERROR) {
                    log.error("framework", named(bundle, message), Optional.ofNullable(failure));
                } else if (level == Logger.LOG_WARNING) {
                    log.warn("framework", named(bundle, message), Optional.ofNullable(failure));
                }
            }
        };
    }

    /** Takes over {@code java.util.logging}: FileInstall and SPI Fly use it; warnings and errors only. */
    void takeOverJavaLogging() {
        java.util.logging.Logger root = java.util.logging.Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new Lines());
    }

    static String name(Bundle bundle) {
        String symbolic = Optional.ofNullable(bundle.getSymbolicName()).orElse(bundle.getLocation());
        return Version.emptyVersion.equals(bundle.getVersion()) ? symbolic : symbolic + '/' + bundle.getVersion();
    }

    private static String named(Bundle bundle, String message) {
        return Optional.ofNullable(bundle)
                .filter(b -> b.getBundleId() != 0)
                .map(b -> message + " bundle=" + name(b))
                .orElse(message);
    }

    private final class Lines extends Handler {
        @Override
        public void publish(LogRecord record) {
            if (saidElsewhere(record)) {
                return;
            }
            String source = Optional.ofNullable(record.getLoggerName())
                    .filter(n -> !n.isEmpty())
                    .orElse("java");
            String line = Optional.ofNullable(record.getMessage()).orElse("");
            if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
                log.error(source, line, Optional.ofNullable(record.getThrown()));
            } else if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                log.warn(source, line, Optional.ofNullable(record.getThrown()));
            }
        }

        /** The proxy's plugin watch says it with a mend, and once; FileInstall would at each change of any bundle. */
        private boolean saidElsewhere(LogRecord record) {
            boolean refused = Optional.ofNullable(record.getThrown())
                    .map(thrown -> String.valueOf(thrown.getMessage()))
                    .filter(message -> message.contains("symbolic name and version are not unique"))
                    .isPresent();
            return FILE_INSTALL.equals(record.getLoggerName())
                    && (refused || String.valueOf(record.getMessage()).startsWith("Error while starting bundle: "));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
