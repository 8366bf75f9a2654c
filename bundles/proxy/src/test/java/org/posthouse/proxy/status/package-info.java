/** What is for and against being ready, and how it is written. */
@NullMarked
package org.posthouse.proxy.status;

import org.jspecify.annotations.NullMarked;
