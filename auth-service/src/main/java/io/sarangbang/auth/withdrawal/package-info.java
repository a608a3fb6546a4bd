/** People who end the link at the provider: its notices, what becomes of their accounts, and of those that sleep on. */
@NullMarked
package io.sarangbang.auth.withdrawal;

import org.jspecify.annotations.NullMarked;
