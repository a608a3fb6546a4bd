/** The only public HTTP door: who calls, whether they may, and which service answers. */
@NullMarked
package io.sarangbang.gateway;

import org.jspecify.annotations.NullMarked;
