package org.posthouse.proxy.listener;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * The form that a console shows for a listener. It describes, nothing reads it: {@code ListenerSettingsReader} says what is valid.
 * Everything is one text, as in the file; keys per interceptor ({@code interceptor.ID.failure}) aren't in it and stay untouched.
 * No defaults but for {@code interceptors}: a form drops what equals its default, and there blank means nobody, absent means all.
 */
@ObjectClassDefinition(
        name = "Posthouse listener",
        description =
                "One port and the server behind it: conf/org.posthouse.listener-NAME.cfg. Changes reach the file; no"
                        + " session ends for them.")
@interface ListenerForm {

    @AttributeDefinition(name = "listen", description = "Address and port: 127.0.0.1:1143, [::1]:1143 or *:1143")
    String listen();

    @AttributeDefinition(
            name = "tls",
            description = "TLS with clients",
            options = {
                @Option(label = "off: none at all", value = "off"),
                @Option(label = "starttls: offered, not demanded", value = "starttls"),
                @Option(label = "starttls-required: demanded before login", value = "starttls-required"),
                @Option(label = "implicit: from the first byte", value = "implicit")
            })
    String tls();

    @AttributeDefinition(
            name = "certificate",
            required = false,
            description = "PEM file with the chain, relative to conf/; needed unless tls = off")
    String certificate();

    @AttributeDefinition(
            name = "key",
            required = false,
            description = "PEM file with the private key, relative to conf/; needed unless tls = off")
    String key();

    @AttributeDefinition(name = "upstream", description = "The server: imap.example.org:993")
    String upstream();

    @AttributeDefinition(
            name = "upstream.tls",
            description = "TLS with the server; never opportunistic",
            options = {
                @Option(label = "off: none", value = "off"),
                @Option(label = "starttls: before anything else", value = "starttls"),
                @Option(label = "implicit: from the first byte", value = "implicit")
            })
    String upstream_tls();

    @AttributeDefinition(
            name = "upstream.trust",
            required = false,
            description = "Who may have signed the server's certificate: system (if left out), none, or a PEM file")
    String upstream_trust();

    @AttributeDefinition(
            name = "interceptors",
            required = false,
            description =
                    "The chain in the order of commands: audit, capability:strict, other?, * (? may be missing, * any"
                            + " other; blank: nobody)")
    String interceptors() default "*";

    @AttributeDefinition(
            name = "guard-grace",
            required = false,
            description = "How long what a missing guard covers waits for it: 10s if left out")
    String guard$_$grace();

    @AttributeDefinition(name = "timeout.connect", required = false, description = "Per address of the server: 10s")
    String timeout_connect();

    @AttributeDefinition(name = "timeout.greeting", required = false, description = "For the server's greeting: 30s")
    String timeout_greeting();

    @AttributeDefinition(name = "timeout.handshake", required = false, description = "One TLS handshake: 15s")
    String timeout_handshake();

    @AttributeDefinition(name = "timeout.login", required = false, description = "Until a login has succeeded: 3min")
    String timeout_login();

    @AttributeDefinition(name = "timeout.idle", required = false, description = "A silent client outside IDLE: 31min")
    String timeout_idle();

    @AttributeDefinition(name = "timeout.idle-command", required = false, description = "One IDLE command: 31min")
    String timeout_idle$_$command();

    @AttributeDefinition(name = "timeout.stalled", required = false, description = "A peer that takes nothing: 2min")
    String timeout_stalled();

    @AttributeDefinition(name = "timeout.stalled-idle", required = false, description = "The same in IDLE: 10min")
    String timeout_stalled$_$idle();

    @AttributeDefinition(name = "timeout.drain", required = false, description = "For sessions that must end: 10s")
    String timeout_drain();

    @AttributeDefinition(name = "limit.line", required = false, description = "A client's line before login: 64KiB")
    String limit_line();

    @AttributeDefinition(
            name = "limit.literal",
            required = false,
            description = "A client's literal before login: 8KiB")
    String limit_literal();

    @AttributeDefinition(name = "limit.pipelined", required = false, description = "Commands without a result: 64")
    String limit_pipelined();

    @AttributeDefinition(
            name = "limit.held",
            required = false,
            description = "What may be held for all interceptors of the listener: 64MiB")
    String limit_held();

    @AttributeDefinition(
            name = "line-ends",
            required = false,
            description = "strict, or lenient: a bare LF ends a client's line")
    String line$_$ends();

    @AttributeDefinition(
            name = "lenient-heads",
            required = false,
            description = "off, or on: malformed heads pass; refused beside a guard")
    String lenient$_$heads();

    @AttributeDefinition(
            name = "unknown-literals",
            required = false,
            description = "refuse, or pass: literals of unknown commands pass; unsafe beside a guard")
    String unknown$_$literals();

    @AttributeDefinition(
            name = "scram",
            required = false,
            description = "strip, or keep-bare: SCRAM-x stays where SCRAM-x-PLUS was taken away")
    String scram();
}
