/** Access tokens: read, verified against auth-service's keys, turned into a {@link Caller}. */
@NullMarked
package io.sarangbang.defaults.token;

import org.jspecify.annotations.NullMarked;
