/** Layer R: what was built is what the architecture says. Reads jars and bndruns; starts nothing. */
@NullMarked
package org.posthouse.run.resolve;

import org.jspecify.annotations.NullMarked;
