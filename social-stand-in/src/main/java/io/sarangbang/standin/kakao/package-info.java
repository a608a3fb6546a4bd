/** Kakao: OAuth with its KOE errors, user information, OpenID Connect, unlink. */
@NullMarked
package io.sarangbang.standin.kakao;

import org.jspecify.annotations.NullMarked;
