/**
 * Layer H: tests that run inside a Felix container which holds the bundles that ship. The container is started by
 * {@link org.posthouse.itest.container.ContainerExtension} once per class; test methods take no parameters there and have no
 * {@code @BeforeEach} (Pax Exam calls the bare method, and
 * finds public ones only).
 */
@NullMarked
package org.posthouse.itest.container;

import org.jspecify.annotations.NullMarked;
