/** Services among themselves: who of them calls, and how one reaches another. */
@NullMarked
package io.sarangbang.defaults.service;

import org.jspecify.annotations.NullMarked;
