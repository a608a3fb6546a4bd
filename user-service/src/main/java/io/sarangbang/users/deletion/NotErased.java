package io.sarangbang.users.deletion;

/** A holder answered, but did not confirm. */
final class NotErased extends RuntimeException {

    NotErased(String service, int status) {
        super("%s answered %d".formatted(service, status));
    }
}
