/** An example: one log line per command. */
@NullMarked
package org.posthouse.example.auditline;

import org.jspecify.annotations.NullMarked;
