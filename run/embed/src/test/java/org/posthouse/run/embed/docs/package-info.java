/** docs/embedding.md, the BOM and the Karaf feature against what is built. */
@NullMarked
package org.posthouse.run.embed.docs;

import org.jspecify.annotations.NullMarked;
