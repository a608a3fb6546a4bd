/** What a browser has proven about its person, where that opens nothing yet. */
@NullMarked
package io.sarangbang.auth.proof;

import org.jspecify.annotations.NullMarked;
