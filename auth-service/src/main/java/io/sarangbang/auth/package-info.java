/** Who somebody is: sign-in with Kakao and Naver, sessions, and the tokens that other services trust. */
@NullMarked
package io.sarangbang.auth;

import org.jspecify.annotations.NullMarked;
