package io.sarangbang.users.deletion;

/** Who holds something of a person's. */
enum Holder {
    /** Sessions, API keys and identities: nobody gets in any more once they have ended. */
    AUTH,
    ROOMS,
    PROFILE
}
