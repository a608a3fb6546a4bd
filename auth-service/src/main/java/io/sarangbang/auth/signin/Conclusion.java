package io.sarangbang.auth.signin;

import io.sarangbang.auth.account.Profile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What a provider's word about a person leads to, for one {@link Purpose}. */
interface Conclusion {

    Purpose purpose();

    /**
     * The page that the browser goes to next; cookies go with the response.
     *
     * @throws org.springframework.security.oauth2.core.OAuth2AuthenticationException of a
     *     {@link io.sarangbang.auth.provider.SignInFault}, where it leads to nothing
     */
    String conclude(Profile profile, Intent intent, HttpServletRequest request, HttpServletResponse response);
}
