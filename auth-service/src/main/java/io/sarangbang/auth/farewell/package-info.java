/** What providers must be told when an identity ends here, kept until they were told. */
@NullMarked
package io.sarangbang.auth.farewell;

import org.jspecify.annotations.NullMarked;
