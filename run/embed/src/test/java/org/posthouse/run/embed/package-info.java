/** Where the built tree is, and what several tests here read of it. */
@NullMarked
package org.posthouse.run.embed;

import org.jspecify.annotations.NullMarked;
