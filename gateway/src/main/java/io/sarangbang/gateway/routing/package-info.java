/** Which service answers which address, and what happens when one of its instances does not. */
@NullMarked
package io.sarangbang.gateway.routing;

import org.jspecify.annotations.NullMarked;
