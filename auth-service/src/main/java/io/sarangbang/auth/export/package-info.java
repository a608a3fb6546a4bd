/** All that this service holds about a person, for them to take along. */
@NullMarked
package io.sarangbang.auth.export;

import org.jspecify.annotations.NullMarked;
