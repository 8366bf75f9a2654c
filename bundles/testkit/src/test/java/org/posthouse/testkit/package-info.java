/** The testkit, shown by tests as authors write them; and each failure that it promises to find, found. */
@NullMarked
package org.posthouse.testkit;

import org.jspecify.annotations.NullMarked;
