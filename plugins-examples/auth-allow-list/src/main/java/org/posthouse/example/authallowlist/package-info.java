/** An example: refuses logins before a credential goes upstream. */
@NullMarked
package org.posthouse.example.authallowlist;

import org.jspecify.annotations.NullMarked;
