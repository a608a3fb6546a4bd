/** Access tokens and the rotating keys that sign them. */
@NullMarked
package io.sarangbang.auth.token;

import org.jspecify.annotations.NullMarked;
