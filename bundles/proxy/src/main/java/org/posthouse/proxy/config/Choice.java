package org.posthouse.proxy.config;

/** One of the words that a key admits. */
interface Choice {

    /** The word as it stands in the file, lower case. */
    String word();
}
