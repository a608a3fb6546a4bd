/** What happened to an account's security, for its owner to read and for operators to search. */
@NullMarked
package io.sarangbang.auth.audit;

import org.jspecify.annotations.NullMarked;
