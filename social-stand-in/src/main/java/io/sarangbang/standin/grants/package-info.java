/** What people consented to, and the codes and tokens that stand for it. */
@NullMarked
package io.sarangbang.standin.grants;

import org.jspecify.annotations.NullMarked;
