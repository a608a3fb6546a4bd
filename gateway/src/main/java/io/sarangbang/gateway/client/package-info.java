/** Which address a request really comes from. */
@NullMarked
package io.sarangbang.gateway.client;

import org.jspecify.annotations.NullMarked;
