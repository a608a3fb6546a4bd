/** Everything that the services hold about a person, as one file for that person to keep. */
@NullMarked
package io.sarangbang.users.export;

import org.jspecify.annotations.NullMarked;
