/** Accounts, and the identities at sign-in providers that open them. */
@NullMarked
package io.sarangbang.auth.account;

import org.jspecify.annotations.NullMarked;
