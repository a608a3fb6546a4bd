package io.sarangbang.users.deletion;

/** Everything is erased twice: at once, and when the last token that was made before can't have left anything behind. */
enum Sweep {
    FIRST,
    LAST
}
