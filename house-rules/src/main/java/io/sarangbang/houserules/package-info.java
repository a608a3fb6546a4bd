/** Rules that every module is tested against, and the real database that their tests run on. Test scope only. */
@NullMarked
package io.sarangbang.houserules;

import org.jspecify.annotations.NullMarked;
