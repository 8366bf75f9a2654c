package org.posthouse.imap.token;

/**
 * A departure from the grammar that was tolerated.
 *
 * @param defect what it is
 * @param position the index of the octet in the message
 */
public record Deviation(Defect defect, int position) {}
