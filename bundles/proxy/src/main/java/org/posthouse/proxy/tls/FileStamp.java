package org.posthouse.proxy.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** How files looked from outside: differs when one was rewritten, replaced, or its link turned elsewhere. */
record FileStamp(List<String> looks) {

    /** Looks at the files; blocks. A missing file has a look of its own. */
    static FileStamp of(List<Path> files) {
        return new FileStamp(files.stream().map(FileStamp::look).toList());
    }

    private static String look(Path file) {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            return seen.lastModifiedTime() + " " + seen.size() + " " + seen.fileKey();
        } catch (IOException missing) {
            return "missing";
        }
    }
}
