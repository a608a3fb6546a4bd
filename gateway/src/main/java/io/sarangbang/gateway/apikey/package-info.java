/** API keys, which end here: services get an access token in place of them. */
@NullMarked
package io.sarangbang.gateway.apikey;

import org.jspecify.annotations.NullMarked;
