/** The bundles in a framework of somebody else's, who has Config Admin and SCR and nothing more. */
@NullMarked
package org.posthouse.run.embed.felix;

import org.jspecify.annotations.NullMarked;
