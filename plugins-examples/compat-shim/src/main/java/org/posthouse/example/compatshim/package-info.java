/** An example: mends one defect of clients and one of servers. */
@NullMarked
package org.posthouse.example.compatshim;

import org.jspecify.annotations.NullMarked;
