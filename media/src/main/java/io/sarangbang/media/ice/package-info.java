/** What an ICE-lite agent has: credentials, addresses and candidates. */
@NullMarked
package io.sarangbang.media.ice;

import org.jspecify.annotations.NullMarked;
