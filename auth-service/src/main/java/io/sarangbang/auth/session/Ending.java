package io.sarangbang.auth.session;

/** Why a session ended before its time. */
enum Ending {
    SIGNED_OUT,
    /** The same browser signed in again. */
    REPLACED,
    /** A refresh token came twice, so somebody else has it too. */
    TOKEN_REUSED
}
