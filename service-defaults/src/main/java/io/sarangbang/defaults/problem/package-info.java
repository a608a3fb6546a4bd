/** Refusals as RFC 9457 problem details, each with a stable type. */
@NullMarked
package io.sarangbang.defaults.problem;

import org.jspecify.annotations.NullMarked;
