/** Tells gateways which sessions and API keys ended, so that their access tokens end with them. */
@NullMarked
package io.sarangbang.auth.revocation;

import org.jspecify.annotations.NullMarked;
