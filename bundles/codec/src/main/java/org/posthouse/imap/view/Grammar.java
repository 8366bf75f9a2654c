package org.posthouse.imap.view;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.TokenWriter;

/**
 * What a list of parameters may hold: names, what follows each, and names that nobody here knows, whose arguments are
 * kept as they stand (RFC 4466).
 */
final class Grammar<T> {

    /** RFC 7162 §3.1.8, §3.2.5. */
    static final Grammar<SelectParameter> SELECT = new Grammar<SelectParameter>(
                    SelectParameter.Other::new, SelectParameter::write)
            .with("CONDSTORE", args -> new SelectParameter.CondStore())
            .with("QRESYNC", SelectParameter.Resync::read);
    /** RFC 6154. */
    static final Grammar<CreateParameter> CREATE = new Grammar<CreateParameter>(
                    CreateParameter.Other::new, CreateParameter::write)
            .with("USE", CreateParameter.Use::read);
    /** RFC 4466 §2.3; nobody has one yet. */
    static final Grammar<Parameter> RENAME = new Grammar<>(Function.identity(), Parameter::write);
    /** RFC 7377 §2.3; nobody has one yet. */
    static final Grammar<Parameter> SCOPE = new Grammar<>(Function.identity(), Parameter::write);
    /** RFC 7162 §3.1.4, §3.2.6, RFC 9394. */
    static final Grammar<FetchModifier> FETCH = new Grammar<FetchModifier>(
                    FetchModifier.Other::new, FetchModifier::write)
            .with("CHANGEDSINCE", FetchModifier.ChangedSince::read)
            .with("VANISHED", args -> new FetchModifier.Vanished())
            .with("PARTIAL", args -> new FetchModifier.Partial(PartialRange.read(args)));
    /** RFC 7162 §3.1.3. */
    static final Grammar<StoreModifier> STORE = new Grammar<StoreModifier>(
                    StoreModifier.Other::new, StoreModifier::write)
            .with("UNCHANGEDSINCE", StoreModifier.UnchangedSince::read);
    /** SEARCH RETURN: RFC 4731, 5182, 5267, 5465 §7, 6203, 9394. */
    static final Grammar<ResultOption> RESULTS = new Grammar<ResultOption>(ResultOption.Other::new, ResultOption::write)
            .words(ResultOption.Plain.values())
            .with("UPDATE", ResultOption.Update::read)
            .with("PARTIAL", args -> new ResultOption.Partial(PartialRange.read(args)));
    /** RFC 5258, 6154; the words before the reference. */
    static final Grammar<SelectionOption> SELECTION = new Grammar<SelectionOption>(
                    SelectionOption.Other::new, SelectionOption::write)
            .words(SelectionOption.Plain.values());
    /** RFC 5258, 5819, 6154, 8440, 9590. */
    static final Grammar<ReturnOption> RETURN = new Grammar<ReturnOption>(ReturnOption.Other::new, ReturnOption::write)
            .words(ReturnOption.Plain.values())
            .with("METADATA", ReturnOption.Metadata::read)
            .with("STATUS", ReturnOption.Status::read);
    /** RFC 5464 §4.2. */
    static final Grammar<MetadataOption> METADATA = new Grammar<MetadataOption>(
                    MetadataOption.Other::new, MetadataOption::write)
            .with("MAXSIZE", args -> new MetadataOption.MaxSize(args.number32("size")))
            .with("DEPTH", MetadataOption.Depth::read);

    private final Map<String, Function<Args, T>> shapes = new HashMap<>();
    private final Function<Parameter, T> other;
    private final BiConsumer<T, TokenWriter> writing;

    private Grammar(Function<Parameter, T> other, BiConsumer<T, TokenWriter> writing) {
        this.other = other;
        this.writing = writing;
    }

    private Grammar<T> with(String name, Function<Args, T> shape) {
        shapes.put(name, shape);
        return this;
    }

    /** Names that nothing follows. */
    @SafeVarargs
    private Grammar<T> words(T... words) {
        for (T word : words) {
            with(word.toString(), args -> word);
        }
        return this;
    }

    /** In capitals. */
    Set<String> names() {
        return Set.copyOf(shapes.keySet());
    }

    /** The parameter, if its name isn't one whose arguments are known here. */
    Parameter unknown(Parameter parameter) {
        if (shapes.containsKey(parameter.name().toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException(parameter.name() + " is known, and has a value of its own");
        }
        return parameter;
    }

    /** The list of parameters if one comes now; NIL and the empty list are tolerated as none. */
    List<T> optional(Args args) {
        if (!args.more()) {
            return List.of();
        }
        if (args.atNil()) {
            args.note(Defect.UNDUE_NIL);
            args.skip("NIL");
            return List.of();
        }
        return args.list("parameters").some(this::one);
    }

    /** All of a list that may be empty. */
    List<T> all(Args list) {
        return list.all(this::one);
    }

    private T one(Args list) {
        String name = list.octets("parameter").latin1().toUpperCase(Locale.ROOT);
        Optional<Function<Args, T>> shape = Optional.ofNullable(shapes.get(name));
        if (shape.isEmpty()) {
            return other.apply(Parameter.read(list));
        }
        Parameter.name(list);
        return shape.get().apply(list);
    }

    /** A list in parentheses, if there are any. */
    void write(List<T> parameters, TokenWriter to) {
        if (!parameters.isEmpty()) {
            writeList(parameters, to);
        }
    }

    void writeList(List<T> parameters, TokenWriter to) {
        to.open();
        parameters.forEach(parameter -> writing.accept(parameter, to));
        to.close();
    }
}
