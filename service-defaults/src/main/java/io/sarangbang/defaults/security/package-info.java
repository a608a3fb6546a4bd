/** Closes every servlet service: nothing answers without a verified access token unless it is opened by name. */
@NullMarked
package io.sarangbang.defaults.security;

import org.jspecify.annotations.NullMarked;
