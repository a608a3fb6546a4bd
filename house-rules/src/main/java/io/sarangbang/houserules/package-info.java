/** Rules that every module is tested against, and what tests of several modules stand on. Test scope only. */
@NullMarked
package io.sarangbang.houserules;

import org.jspecify.annotations.NullMarked;
