/** Who is calling and whether our own pages made the call; what services are told about it. */
@NullMarked
package io.sarangbang.gateway.trust;

import org.jspecify.annotations.NullMarked;
