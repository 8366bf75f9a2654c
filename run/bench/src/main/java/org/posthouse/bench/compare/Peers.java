package org.posthouse.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the proxies' configurations into the scratch folder. All listen on loopback and lead to the sink. */
final class Peers {
    private final Path scratch;
    private final int sinkPort;
    private final int authPort;

    Peers(Path scratch, int sinkPort, int authPort) {
        this.scratch = scratch;
        this.sinkPort = sinkPort;
        this.authPort = authPort;
    }

    /** Those that are installed; each missing one is said. */
    List<Peer> all() throws IOException {
        List<Peer> peers = new ArrayList<>();
        peers.add(posthouse("posthouse", Ports.free(), Ports.free(), sinkPort));
        if (installed("haproxy")) {
            peers.add(haproxy());
        }
        if (installed("nginx") && mailModule().isPresent()) {
            peers.add(nginx(mailModule().orElseThrow()));
        }
        return List.copyOf(peers);
    }

    Peer posthouse(String folder, int plain, int tls, int upstream) throws IOException {
        Path home = scratch.resolve("run-" + folder);
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve("plugins"));
        String rest = "upstream = 127.0.0.1:" + upstream + "\nupstream.tls = off\n";
        write(conf.resolve("org.posthouse.listener-plain.cfg"), "listen = 127.0.0.1:" + plain + "\ntls = off\n" + rest);
        write(
                conf.resolve("org.posthouse.listener-tls.cfg"),
                "listen = 127.0.0.1:" + tls + "\ntls = implicit\ncertificate = " + certificate() + "\nkey = " + key()
                        + "\n" + rest);
        List<String> command = List.of(
                scratch.resolve("posthouse/bin/posthouse").toString(),
                "run",
                "--conf",
                conf.toString(),
                "--plugins",
                home.resolve("plugins").toString(),
                "--data",
                home.resolve("data").toString());
        return new Peer("Posthouse", command, plain, tls, true);
    }

    private Peer haproxy() throws IOException {
        int plain = Ports.free();
        int tls = Ports.free();
        Path both = scratch.resolve("tls/both.pem");
        write(both, Files.readString(certificate()) + Files.readString(key()));
        Path file = scratch.resolve("haproxy.cfg");
        write(file, """
                global
                    nbthread 1
                    maxconn 9900
                defaults
                    mode tcp
                    backlog 4096
                    timeout connect 5s
                    timeout client 1h
                    timeout server 1h
                listen plain
                    bind 127.0.0.1:%d
                    server sink 127.0.0.1:%d
                listen tls
                    bind 127.0.0.1:%d ssl crt %s
                    server sink 127.0.0.1:%d
                """.formatted(plain, sinkPort, tls, both, sinkPort));
        return new Peer("HAProxy", List.of("haproxy", "-db", "-f", file.toString()), plain, tls, false);
    }

    private Peer nginx(Path module) throws IOException {
        int plain = Ports.free();
        int tls = Ports.free();
        Path file = scratch.resolve("nginx.conf");
        write(file, """
                load_module %s;
                daemon off;
                user %s;
                worker_processes 1;
                worker_rlimit_nofile 20000;
                pid %s/nginx.pid;
                error_log %s/nginx.err warn;
                events { worker_connections 20000; }
                mail {
                    auth_http 127.0.0.1:%d/;
                    proxy_timeout 24h;
                    timeout 1h;
                    imap_capabilities IMAP4rev1 LITERAL+ SASL-IR IDLE ID UIDPLUS;
                    ssl_certificate %s;
                    ssl_certificate_key %s;
                    ssl_protocols TLSv1.2 TLSv1.3;
                    server { listen 127.0.0.1:%d backlog=4096; protocol imap; }
                    server { listen 127.0.0.1:%d ssl backlog=4096; protocol imap; }
                }
                """.formatted(
                module, System.getProperty("user.name"), scratch, scratch, authPort, certificate(), key(), plain, tls));
        return new Peer("nginx", List.of("nginx", "-c", file.toString()), plain, tls, false);
    }

    private Path certificate() {
        return scratch.resolve("tls/server.pem");
    }

    private Path key() {
        return scratch.resolve("tls/server-key.pem");
    }

    private static Optional<Path> mailModule() {
        Path module = Path.of("/usr/lib/nginx/modules/ngx_mail_module.so");
        return Optional.of(module).filter(Files::exists);
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}
