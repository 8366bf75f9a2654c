/** An example: lets who guesses passwords wait. */
@NullMarked
package org.posthouse.example.loginthrottle;

import org.jspecify.annotations.NullMarked;
