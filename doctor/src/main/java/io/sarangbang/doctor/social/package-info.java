/** Whether Kakao and Naver know this installation, found out without anybody signing in. */
@NullMarked
package io.sarangbang.doctor.social;

import org.jspecify.annotations.NullMarked;
