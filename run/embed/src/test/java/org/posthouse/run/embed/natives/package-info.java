/** Which native library is chosen on which platform, by frameworks that are told to be there. */
@NullMarked
package org.posthouse.run.embed.natives;

import org.jspecify.annotations.NullMarked;
