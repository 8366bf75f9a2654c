package org.posthouse.launcher;

import java.util.List;

/** What the command line asks for. */
sealed interface Command {

    /** Serve until a signal ends it. */
    record Run(Folders folders) implements Command {
        @Override
        public <R> R match(Cases<R> cases) throws Refusal {
            return cases.run(folders);
        }
    }

    /** Read the configuration, bind nothing. */
    record Check(Folders folders) implements Command {
        @Override
        public <R> R match(Cases<R> cases) throws Refusal {
            return cases.check(folders);
        }
    }

    /** Ask a running instance how it does. */
    record Status(Folders folders, boolean json) implements Command {
        @Override
        public <R> R match(Cases<R> cases) throws Refusal {
            return cases.status(folders, json);
        }
    }

    /** Hand words to a running instance. */
    record Ctl(Folders folders, List<String> words) implements Command {
        @Override
        public <R> R match(Cases<R> cases) throws Refusal {
            return cases.ctl(folders, words);
        }
    }

    /** Show what the codec makes of standard input. */
    record Parse(List<String> arguments) implements Command {
        @Override
        public <R> R match(Cases<R> cases) throws Refusal {
            return cases.parse(arguments);
        }
    }

    record Version() implements Command {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.version();
        }
    }

    record Help() implements Command {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.help();
        }
    }

    interface Cases<R> {
        R run(Folders folders) throws Refusal;

        R check(Folders folders) throws Refusal;

        R status(Folders folders, boolean json) throws Refusal;

        R ctl(Folders folders, List<String> words) throws Refusal;

        R parse(List<String> arguments) throws Refusal;

        R version();

        R help();
    }

    <R> R match(Cases<R> cases) throws Refusal;
}
