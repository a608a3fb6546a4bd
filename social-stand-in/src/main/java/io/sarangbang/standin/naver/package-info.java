/** Naver: its older OAuth 2.0 stack, its OpenID Connect stack, and the wrapped user information. */
@NullMarked
package io.sarangbang.standin.naver;

import org.jspecify.annotations.NullMarked;
