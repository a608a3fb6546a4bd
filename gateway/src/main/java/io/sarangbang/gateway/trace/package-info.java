/** The trace that a request belongs to: whose word is taken for it, and its ids in the log. */
@NullMarked
package io.sarangbang.gateway.trace;

import org.jspecify.annotations.NullMarked;
