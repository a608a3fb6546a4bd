package io.sarangbang.standin;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole server, with one client registered at each provider and a clock that the test moves. */
@Retention(RetentionPolicy.RUNTIME)
@AutoConfigureMockMvc
@Import({MovableClock.class, Wire.class})
@SpringBootTest(
        classes = Main.class,
        properties = {
            "stand-in.kakao.client-id=kakao-key",
            "stand-in.kakao.client-secret=kakao-secret",
            "stand-in.kakao.redirect-uris=https://app.example.com/back/kakao,https://app.example.com/other?a=1",
            "stand-in.kakao.logout-redirect-uris=https://app.example.com/bye",
            "stand-in.kakao.admin-key=admin-key",
            "stand-in.naver.client-id=naver-id",
            "stand-in.naver.client-secret=naver-secret",
            "stand-in.naver.redirect-uris=https://app.example.com/back/naver"
        })
public @interface StandInTest {}
