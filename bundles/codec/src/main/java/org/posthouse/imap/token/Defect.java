package org.posthouse.imap.token;

/**
 * How a message departs from the grammar and is understood nevertheless. Grows: what a peer does wrong next is added
 * here, so a switch over it needs a default.
 */
public enum Defect {
    /** A line ended by LF alone. */
    BARE_LF,
    /** A CR that ends nothing. */
    BARE_CR,
    /** A NUL outside a literal8. */
    NUL,
    /** More than one space, or one where none belongs. */
    EXTRA_SPACE,
    /** A space at the end of a line or of a list. */
    TRAILING_SPACE,
    /** Two tokens with nothing between them. */
    MISSING_SPACE,
    /** An octet in an atom that the grammar keeps out of it. */
    ODD_ATOM,
    /** A backslash in a quoted string before something other than a quote or a backslash. */
    ODD_ESCAPE,
    /** Octets above 127 in a quoted string that aren't UTF-8. */
    RAW_EIGHT_BIT,
    /** A non-synchronising literal from a server. */
    NON_SYNC_FROM_SERVER,
    /** A response code that isn't closed, or not where its grammar says. */
    UNCLOSED_CODE,
    /** A response code whose argument is missing. */
    MISSING_ARGUMENT,
    /** A status response without text. */
    MISSING_TEXT,
    /** A continuation request without the space behind its plus sign. */
    BARE_PLUS,
    /** NIL where a string or a list is due. */
    UNDUE_NIL,
    /** An atom where a quoted string or literal is due. */
    UNQUOTED,
    /** A number outside its range, which is read as the nearest in it. */
    NUMBER_RANGE,
    /** A date of a form that isn't the grammar's but can be read. */
    ODD_DATE,
    /** A flag where it doesn't belong, or of characters that a flag hasn't. */
    ODD_FLAG,
    /** A mailbox name that is neither modified UTF-7 nor UTF-8. */
    ODD_MAILBOX,
    /** An empty list that must have a member. */
    EMPTY_LIST,
    /** A literal8 where the grammar has a string without NUL. */
    UNDUE_LITERAL8,
    /** An argument that its grammar doesn't have, of a shape that can be kept. */
    ODD_ARGUMENT,
    /** A name that no specification known here has. */
    UNKNOWN_NAME
}
