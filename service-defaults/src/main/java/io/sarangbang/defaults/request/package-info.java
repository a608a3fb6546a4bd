/** The id that one request keeps from the gateway to the last service. */
@NullMarked
package io.sarangbang.defaults.request;

import org.jspecify.annotations.NullMarked;
