package org.posthouse.imap.view;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import org.posthouse.imap.Capability;
import org.posthouse.imap.Secret;
import org.posthouse.imap.token.Octets;

/** Valid values of every view, by a seed. */
final class RandomValues {

    private static final String ATOM = "abcXYZ019-_.$#&/'!?=";

    private final Random random;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean coin() {
        return random.nextBoolean();
    }

    <T> Optional<T> maybe(Supplier<T> value) {
        return coin() ? Optional.of(value.get()) : Optional.empty();
    }

    <T> List<T> some(int least, Supplier<T> value) {
        List<T> list = new ArrayList<>();
        for (int i = least + random.nextInt(3); i > 0; i--) {
            list.add(value.get());
        }
        return list;
    }

    <T> T one(Collection<T> of) {
        return of.stream().sorted().skip(below(of.size())).findFirst().orElseThrow();
    }

    String atom() {
        StringBuilder word = new StringBuilder("q");
        for (int i = random.nextInt(6); i > 0; i--) {
            word.append(ATOM.charAt(random.nextInt(ATOM.length())));
        }
        return word.toString();
    }

    Octets octets() {
        byte[] bytes = new byte[coin() ? random.nextInt(12) : random.nextInt(1500)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (1 + random.nextInt(coin() ? 255 : 126));
        }
        return switch (random.nextInt(5)) {
            case 0 -> Octets.of(atom());
            case 1 -> Octets.of("NIL");
            case 2 -> Octets.of("a \"quoted\" \\ thing ü");
            default -> Octets.owning(bytes);
        };
    }

    String text() {
        return octets().text().replace("\0", "");
    }

    Octets line() {
        return Octets.of("x" + text().replace('\r', ' ').replace('\n', ' '));
    }

    Secret secret() {
        return Secret.of(octets().toByteArray());
    }

    MailboxName mailbox() {
        return switch (random.nextInt(5)) {
            case 0 -> MailboxName.INBOX;
            case 1 -> MailboxName.of("Entwürfe & Ärger/台北/" + atom());
            case 2 -> MailboxName.of("");
            case 3 ->
                MailboxName.of(random.ints(5, 1, 0xD7FF)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
            default -> MailboxName.of("a b" + atom() + "😀");
        };
    }

    long wide() {
        return 1 + (random.nextLong() >>> 2);
    }

    long number() {
        return coin() ? 1 + random.nextInt(1000) : 1 + (random.nextLong() >>> 33);
    }

    SequenceSet set() {
        if (random.nextInt(6) == 0) {
            return SequenceSet.SAVED;
        }
        return new SequenceSet.Ranges(some(1, () -> {
            long first = random.nextInt(4) == 0 ? SequenceSet.STAR : number();
            return coin() ? new SequenceSet.Range(first, first) : new SequenceSet.Range(first, number(), true);
        }));
    }

    Flag flag() {
        return coin() ? Flag.of("\\" + atom()) : coin() ? Flag.SEEN : Flag.of("$" + atom());
    }

    OffsetDateTime date() {
        LocalDate day = LocalDate.of(random.nextInt(10000), 1 + random.nextInt(12), 1 + random.nextInt(28));
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(1600) - 800));
        return OffsetDateTime.of(day, LocalTime.ofSecondOfDay(random.nextInt(86400)), zone);
    }

    Section section() {
        List<Long> part = some(coin() ? 1 : 0, this::number);
        return switch (random.nextInt(6)) {
            case 4 -> new Section(part, Optional.of(Section.Text.HEADER), List.of());
            case 5 -> new Section(part, Optional.of(Section.Text.HEADER_FIELDS), some(1, this::octets));
            case 0 -> new Section(part, Optional.of(Section.Text.TEXT), List.of());
            case 1 -> new Section(part, Optional.of(Section.Text.HEADER_FIELDS_NOT), some(1, this::octets));
            case 2 -> part.isEmpty() ? Section.WHOLE : new Section(part, Optional.of(Section.Text.MIME), List.of());
            default -> new Section(part, Optional.empty(), List.of());
        };
    }

    FetchItem item() {
        return switch (random.nextInt(6)) {
            case 4 -> new FetchItem(FetchItemName.PREVIEW, Optional.empty(), Optional.empty(), some(0, this::atom));
            case 5 ->
                FetchItem.of(
                        FetchItemName.BINARY_SIZE, new Section(some(1, this::number), Optional.empty(), List.of()));
            case 0 -> FetchItem.of(FetchItemName.FLAGS);
            case 1 -> FetchItem.of(FetchItemName.BODY);
            case 2 -> FetchItem.of(FetchItemName.of(atom()));
            default ->
                new FetchItem(
                        FetchItemName.BODY_PEEK,
                        Optional.of(section()),
                        maybe(() -> new FetchItem.Partial(random.nextInt(100), number())));
        };
    }

    SearchKey key(int depth) {
        return switch (random.nextInt(depth > 0 ? 13 : 9)) {
            case 8 -> new SearchKey.Identity(one(SearchWords.IDENTITY), new ObjectId("M-" + number() + "_x"));
            case 0 -> new SearchKey.Simple(one(SearchWords.SIMPLE));
            case 1 -> new SearchKey.Text(one(SearchWords.TEXT), octets());
            case 2 -> new SearchKey.Header(octets(), octets());
            case 3 -> new SearchKey.Keyword(Flag.of(atom()), coin());
            case 4 -> new SearchKey.Date(one(SearchWords.DATE), date().toLocalDate());
            case 5 -> new SearchKey.Numbered(one(List.of("LARGER", "SMALLER", "X-GM-MSGID")), random.nextLong() >>> 1);
            case 6 -> new SearchKey.Messages(set(), coin());
            case 7 ->
                new SearchKey.ModSeq(
                        maybe(() -> new ModSeqEntry(
                                Octets.of("/flags/\\" + atom()), one(List.of(ModSeqEntry.Scope.values())))),
                        number());
            case 9 -> new SearchKey.Not(key(depth - 1));
            case 10 -> new SearchKey.Fuzzy(key(depth - 1));
            case 11 -> new SearchKey.Or(key(depth - 1), key(depth - 1));
            default -> new SearchKey.And(some(1, () -> key(depth - 1)));
        };
    }

    private IdFields fields() {
        return new IdFields(some(0, () -> new IdFields.Field(text(), maybe(this::text))));
    }

    Content content(boolean missing) {
        return switch (random.nextInt(missing ? 4 : 3)) {
            case 0 -> new Content.Here(Octets.of("\0\1\2"), true);
            case 1 -> new Content.Streaming(1 + (random.nextLong() >>> 1), coin());
            case 2 -> new Content.Here(octets(), false);
            default -> new Content.Missing();
        };
    }

    AppendMessage append() {
        AppendMessage.Data data =
                switch (below(4)) {
                    case 3 -> new AppendMessage.Extended(atom(), RandomBodies.opaque(below(99)));
                    case 0 -> new AppendMessage.Literal(content(false));
                    case 1 -> new AppendMessage.Utf8(content(false));
                    default ->
                        new AppendMessage.Catenate(some(
                                1,
                                () -> coin()
                                        ? new CatenatePart(Optional.of(octets()), Optional.empty())
                                        : new CatenatePart(Optional.empty(), Optional.of(content(false)))));
                };
        return new AppendMessage(maybe(() -> some(0, this::flag)), maybe(this::date), data);
    }

    List<Command> commands() {
        boolean uid = coin();
        RandomParameters parameters = new RandomParameters(this);
        SaslLine initial = SaslLine.of(secret());
        List<Command> commands = new ArrayList<>(new RandomCommands(this).all());
        commands.addAll(List.of(
                new LoginCommand(octets(), secret()),
                new AuthenticateCommand(atom(), maybe(() -> initial)),
                new IdCommand(fields()),
                new SelectCommand(coin(), mailbox(), some(0, parameters::select)),
                new AppendCommand(mailbox(), some(1, this::append)),
                new FetchCommand(uid, set(), true, some(1, this::item), some(0, parameters::fetch)),
                FetchCommand.of(uid, set(), List.of(FetchItem.of(FetchItemName.FAST))),
                new StoreCommand(
                        uid,
                        set(),
                        some(0, parameters::store),
                        StoreCommand.Change.values()[below(3)],
                        coin(),
                        parameters.stored()),
                new SearchCommand(uid, parameters.results(), maybe(this::octets), some(1, () -> key(4))),
                new TransferCommand(coin(), uid, set(), mailbox())));
        return commands;
    }

    private FetchValue value() {
        return switch (random.nextInt(8)) {
            case 7 -> new FetchValue.Other(FetchItemName.of(atom()), Optional.empty(), RandomBodies.opaque(below(99)));
            case 6 -> new RandomBodies(this).value();
            case 0 -> new FetchValue.Flags(some(0, this::flag));
            case 1 -> new FetchValue.Numbered(FetchItemName.RFC822_SIZE, random.nextLong() >>> 1);
            case 2 -> new FetchValue.Numbered(FetchItemName.MODSEQ, wide());
            case 3 -> new FetchValue.Date(FetchItemName.INTERNALDATE, date());
            case 4 -> new FetchValue.Body(FetchItemName.RFC822, Optional.empty(), OptionalLong.empty(), content(true));
            default ->
                new FetchValue.Body(
                        FetchItemName.BODY,
                        Optional.of(section()),
                        coin() ? OptionalLong.of(number()) : OptionalLong.empty(),
                        content(true));
        };
    }

    private ResponseCode code() {
        return new RandomCodes(this).code();
    }

    List<Response> responses() {
        List<Response> responses = new ArrayList<>(new RandomResponses(this).all());
        responses.addAll(List.of(
                new StatusResponse(maybe(this::atom), Status.values()[below(3)], maybe(this::code), line()),
                new StatusResponse(Optional.empty(), Status.values()[below(5)], maybe(this::code), Octets.EMPTY),
                new ContinuationRequest(maybe(this::code), line()),
                new CapabilityData(some(0, () -> Capability.of(atom()))),
                new IdData(fields()),
                new FetchData(number(), coin(), some(1, this::value))));
        return responses;
    }

    List<SaslMessage> sasl() {
        Octets user = Octets.of("us=er,ü" + atom());
        Secret token = Secret.of(atom().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return List.of(
                new SaslMessage.Plain(coin() ? Octets.EMPTY : user, user, secret()),
                new SaslMessage.LoginUser(octets()),
                new SaslMessage.Xoauth2(user, token),
                new SaslMessage.OauthBearer(coin() ? Octets.EMPTY : user, maybe(this::atom), maybe(() -> "143"), token),
                new ScramFirst(coin() ? "n" : "p=tls-exporter", coin() ? Octets.EMPTY : user, user, atom(), ""),
                new CramMd5(
                        user,
                        Secret.of(
                                "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }
}
