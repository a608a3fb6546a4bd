/** API keys: what a person gives a program, so that it may do part of what they may. */
@NullMarked
package io.sarangbang.auth.apikey;

import org.jspecify.annotations.NullMarked;
