package io.sarangbang.auth.provider;

/** Somebody as a provider names them. */
public record Subject(String provider, String app, String id) {

    @Override
    public String toString() {
        return "Subject[" + provider + "]";
    }
}
