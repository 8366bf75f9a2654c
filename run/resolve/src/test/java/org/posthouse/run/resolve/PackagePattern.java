package org.posthouse.run.resolve;

/**
 * A package as cnf/imports.txt writes it: {@code a.b} is that package, {@code a.b.*} what lies below it, {@code *}
 * everything. The longer text is the more specific one.
 */
record PackagePattern(String text) {

    boolean matches(String name) {
        if (text.endsWith("*")) {
            return name.startsWith(text.substring(0, text.length() - 1));
        }
        return name.equals(text);
    }

    int weight() {
        return text.length();
    }
}
