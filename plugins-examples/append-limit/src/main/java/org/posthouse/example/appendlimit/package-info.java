/** An example: refuses large messages before their first octet. */
@NullMarked
package org.posthouse.example.appendlimit;

import org.jspecify.annotations.NullMarked;
