package org.posthouse.shell;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code bin/posthouse ctl VERB …}, by the launcher's control socket. A request is the words as {@code
 * application/x-www-form-urlencoded}, a space between two; the answer is a line with the exit code, then text.
 */
@Component(service = Function.class, property = "org.posthouse.control=ctl")
public final class ControlVerbs implements Function<String, String> {

    private final Verbs verbs;

    /** Called by Declarative Services. */
    @Activate
    public ControlVerbs(@Reference Verbs verbs) {
        this.verbs = verbs;
    }

    @Override
    public String apply(String request) {
        try {
            List<String> words = Arrays.stream(request.strip().split(" "))
                    .filter(word -> !word.isEmpty())
                    .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                    .toList();
            Answer answer = verbs.run(words);
            return answer.code() + "\n" + answer.text();
        } catch (IllegalArgumentException undecodable) {
            return Answer.USAGE + "\nthe request is not encoded as it should be\n";
        }
    }
}
