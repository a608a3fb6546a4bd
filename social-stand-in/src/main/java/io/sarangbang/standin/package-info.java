/** Stand-ins for Kakao and Naver sign-in, for laptops and tests; never part of a production deployment. */
@NullMarked
package io.sarangbang.standin;

import org.jspecify.annotations.NullMarked;
