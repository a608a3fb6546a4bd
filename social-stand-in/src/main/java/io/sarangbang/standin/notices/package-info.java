/** What the providers tell a client without being asked: that somebody has unlinked it. */
@NullMarked
package io.sarangbang.standin.notices;

import org.jspecify.annotations.NullMarked;
