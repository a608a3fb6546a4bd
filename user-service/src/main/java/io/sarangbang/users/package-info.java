/** What people are called here and which language they read. */
@NullMarked
package io.sarangbang.users;

import org.jspecify.annotations.NullMarked;
