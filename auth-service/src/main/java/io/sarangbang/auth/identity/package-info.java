/** The identities that open an account, as its owner sees, adds and takes them off. */
@NullMarked
package io.sarangbang.auth.identity;

import org.jspecify.annotations.NullMarked;
