/**
 * Configurations that somebody changes in the running container (the console's configuration page, a shell) reach their files.
 *
 * <ol>
 *   <li><b>Files are the only truth.</b> What FileInstall reads is never written back; what anybody else changes is put into the
 *       file key by key, so that what a colleague edits there at the same moment stays. Where both change one key, the file wins.
 *   <li><b>Whole or not at all.</b> A file is replaced by a rename in its folder; comments, order and all lines of other keys stay
 *       octet for octet.
 *   <li><b>Only ours</b>: PIDs that begin with {@code org.posthouse.}, files {@code *.cfg} directly in the folder of the framework
 *       property {@code posthouse.conf}, and only where FileInstall itself doesn't save ({@code felix.fileinstall.enableConfigSave=false}).
 *       In any other container nothing is written.
 *   <li><b>Thread.</b> All files are written on one thread, {@code posthouse-console-files}.
 * </ol>
 */
@NullMarked
package org.posthouse.console.files;

import org.jspecify.annotations.NullMarked;
