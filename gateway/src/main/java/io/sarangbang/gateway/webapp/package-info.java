/** The built web app, where no TLS edge serves it. */
@NullMarked
package io.sarangbang.gateway.webapp;

import org.jspecify.annotations.NullMarked;
