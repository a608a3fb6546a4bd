/** What the gateway itself refuses or fails at, as problem details; nothing leaves it in another form. */
@NullMarked
package io.sarangbang.gateway.refusal;

import org.jspecify.annotations.NullMarked;
