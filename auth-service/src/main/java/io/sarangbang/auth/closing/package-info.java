/** The end of an account: whatever opens it or speaks for it ends in one moment. */
@NullMarked
package io.sarangbang.auth.closing;

import org.jspecify.annotations.NullMarked;
