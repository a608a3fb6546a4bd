/** The end of an account, carried out at all services that hold something of it until each has confirmed. */
@NullMarked
package io.sarangbang.users.deletion;

import org.jspecify.annotations.NullMarked;
