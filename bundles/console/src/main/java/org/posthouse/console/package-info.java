/**
 * Pages for the Felix Web Console: what a running proxy does, and the few things that can be done to it.
 *
 * <ol>
 *   <li><b>Source.</b> Everything shown comes from {@link org.posthouse.admin.Administration}; nothing else of the proxy is seen.
 *   <li><b>Thread.</b> Requests run on the HTTP service's threads, {@link org.posthouse.console.History} on one of its own. No
 *       event loop is ever waited for here but by {@code Administration} itself, with its bound.
 *   <li><b>Strangers' text.</b> Users, mailboxes and client names are as peers sent them. They leave as JSON only, and the pages
 *       put them into text nodes: no markup is ever made of them, on either side.
 *   <li><b>Changes.</b> Only a POST changes anything, and only one that carries the page's secret and comes from the page's own
 *       origin ({@link org.posthouse.console.Provenance}).
 *   <li><b>Nothing from outside.</b> Styles and scripts are resources of this bundle.
 * </ol>
 */
@NullMarked
package org.posthouse.console;

import org.jspecify.annotations.NullMarked;
