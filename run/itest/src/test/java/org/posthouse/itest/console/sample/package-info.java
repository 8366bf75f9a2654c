/** What a bundle of the tests is made of: an administration with a crowd in it. */
@NullMarked
package org.posthouse.itest.console.sample;

import org.jspecify.annotations.NullMarked;
