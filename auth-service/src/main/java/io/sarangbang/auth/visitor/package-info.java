/** The browser that asks, as far as its owner will recognise it and no further. */
@NullMarked
package io.sarangbang.auth.visitor;

import org.jspecify.annotations.NullMarked;
