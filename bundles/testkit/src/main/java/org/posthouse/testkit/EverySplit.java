package org.posthouse.testkit;

import java.util.List;

/** Plays scripts at many splits of what is sent; see {@link Testkit#everySplit()}. */
public final class EverySplit {

    private final Options options;

    EverySplit(Options options) {
        this.options = options;
    }

    /**
     * As {@link Testkit#script}, so many times; everything that {@link Testkit#close()} checks is checked each time.
     *
     * @throws AssertionError for the first way to cut that fails; it says which
     */
    public EverySplit script(String text) {
        Script script = Script.read(text);
        for (Split split : Split.every(script.longest())) {
            play(script, split);
        }
        return this;
    }

    private void play(Script script, Split split) {
        Scene scene = new Scene(options);
        boolean met = false;
        try {
            Performance performance = new Performance(scene, split, "the script");
            performance.play(script);
            performance.end();
            met = true;
        } finally {
            List<Throwable> wrong = scene.close();
            if (met) {
                Faults.verify(wrong, "sent " + split.name() + "\n" + scene.dialogue());
            }
        }
    }
}
