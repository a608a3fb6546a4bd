/** The sessions and API keys that have ended, so that their tokens count no more before they run out. */
@NullMarked
package io.sarangbang.gateway.revocation;

import org.jspecify.annotations.NullMarked;
