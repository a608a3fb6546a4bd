/** How often something may be asked, from one address and in one person's name. */
@NullMarked
package io.sarangbang.gateway.throttle;

import org.jspecify.annotations.NullMarked;
