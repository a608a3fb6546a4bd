package io.sarangbang.auth.signin;

/** What somebody goes to a provider for. */
enum Purpose {
    SIGN_IN,
    /** To show that they are still the person whose session it is. */
    CONFIRM,
    /** To prove an identity that is to open the account they are signed in to. */
    LINK
}
