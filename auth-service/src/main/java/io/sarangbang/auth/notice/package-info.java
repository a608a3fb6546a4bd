/** What people are told about their account the next time they look, until they have read it. */
@NullMarked
package io.sarangbang.auth.notice;

import org.jspecify.annotations.NullMarked;
