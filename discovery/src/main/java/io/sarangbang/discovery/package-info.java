/** The registry that every service reports to and that the gateway routes by. */
@NullMarked
package io.sarangbang.discovery;

import org.jspecify.annotations.NullMarked;
