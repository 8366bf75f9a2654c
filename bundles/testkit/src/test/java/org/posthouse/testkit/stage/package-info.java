/** What stands under the testkit. */
@NullMarked
package org.posthouse.testkit.stage;

import org.jspecify.annotations.NullMarked;
