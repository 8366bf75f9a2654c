/**
 * Counts tests by layer. A layer is the JUnit {@code @Tag} of a test (see {@link org.posthouse.layers.Layer}); each finished test becomes a line
 * in {@code target/layers.tsv} of its module, which {@code run/test} adds up.
 */
@NullMarked
package org.posthouse.layers;

import org.jspecify.annotations.NullMarked;
