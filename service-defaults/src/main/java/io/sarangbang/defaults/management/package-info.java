/** Health and metrics on a port of their own, where {@code MANAGEMENT_PORT} names one. */
@NullMarked
package io.sarangbang.defaults.management;

import org.jspecify.annotations.NullMarked;
