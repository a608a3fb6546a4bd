/** The operator's one secret and the keys derived from it. */
@NullMarked
package io.sarangbang.auth.secret;

import org.jspecify.annotations.NullMarked;
