/** The web console from outside: by HTTP, and in a headless Chromium where there is one. */
@NullMarked
package org.posthouse.itest.console;

import org.jspecify.annotations.NullMarked;
