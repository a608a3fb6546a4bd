/** When other services may send requests here: from the moment this one is ready until it is about to stop. */
@NullMarked
package io.sarangbang.defaults.registration;

import org.jspecify.annotations.NullMarked;
