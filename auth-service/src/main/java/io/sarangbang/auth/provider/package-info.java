/** Kakao and Naver as OAuth 2.0 servers, with what each does differently from the standard. */
@NullMarked
package io.sarangbang.auth.provider;

import org.jspecify.annotations.NullMarked;
