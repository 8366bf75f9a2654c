/** An example: keeps capabilities from clients. */
@NullMarked
package org.posthouse.example.capabilityfilter;

import org.jspecify.annotations.NullMarked;
