/** Classes that go into the jars of the tests; each is the whole content of a plugin. */
@NullMarked
package org.posthouse.itest.plugins.sample;

import org.jspecify.annotations.NullMarked;
