/** An example: adds a tag to the subjects of some mailboxes. */
@NullMarked
package org.posthouse.example.subjecttag;

import org.jspecify.annotations.NullMarked;
