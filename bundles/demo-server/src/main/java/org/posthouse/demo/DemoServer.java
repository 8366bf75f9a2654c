package org.posthouse.demo;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs GreenMail while its configuration is there. Activated and deactivated by the component runtime, never on an event loop. */
@Component(
        service = DemoServer.class,
        immediate = true,
        configurationPid = "org.posthouse.demo",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DemoServer {
    private static final Logger LOG = LoggerFactory.getLogger(DemoServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    /** GreenMail's own 2 s are too short for a busy machine. */
    private static final long STARTUP_MILLIS = 60_000;

    private final GreenMail server;

    /** What {@code org.posthouse.demo.cfg} says. */
    public @interface Settings {
        /** Port for IMAP over TLS, on loopback. */
        int port() default 10993;

        /** PKCS #12 file with the server's key and certificate chain. */
        String keystore();

        /** Its password. */
        String keystore_password();

        /** Name of the one account. */
        String user() default "demo";

        /** Its password; it protects nothing. */
        String password() default "demo";
    }

    /** Starts the server and fills the mailbox. */
    @Activate
    public DemoServer(Settings settings) throws UserException, MessagingException {
        // GreenMail takes its certificate from these properties only.
        System.setProperty("greenmail.tls.keystore.file", settings.keystore());
        System.setProperty("greenmail.tls.keystore.password", settings.keystore_password());
        ServerSetup setup = new ServerSetup(settings.port(), LOOPBACK, ServerSetup.PROTOCOL_IMAPS);
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        server = new GreenMail(setup);
        withOwnClasses(() -> fill(settings));
        LOG.info("demo server open listen={}:{} user={}", LOOPBACK, settings.port(), settings.user());
    }

    /** Stops the server; what was in the mailbox is forgotten. */
    @Deactivate
    public void stop() {
        server.stop();
        LOG.info("demo server closed");
    }

    private void fill(Settings settings) throws UserException, MessagingException {
        GreenMailUser user = server.getUserManager()
                .createUser(settings.user() + "@localhost", settings.user(), settings.password());
        server.start();
        new Correspondence(server.getManagers().getImapHostManager(), user).deliver();
    }

    /** Jakarta Mail finds its providers, and GreenMail's threads inherit theirs, by the context class loader. */
    private static void withOwnClasses(Start start) throws UserException, MessagingException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(DemoServer.class.getClassLoader());
        try {
            start.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private interface Start {
        void run() throws UserException, MessagingException;
    }
}
