package io.sarangbang.doctor.turn;

/** What became of asking for a relay one way. */
sealed interface Attempt {

    /** Nobody there answered. */
    record NoAnswer(String why) implements Attempt {}

    /** Somebody did, and said no. */
    record Refused(int code) implements Attempt {

        /** The credentials are not what the server computes from its secret. */
        boolean isWrongSecret() {
            return code == 401 || code == 441;
        }
    }

    /**
     * A relay was given.
     *
     * @param relayed its address
     * @param reachesMedia whether a candidate of the media server answered through it
     */
    record Relayed(String relayed, boolean reachesMedia) implements Attempt {}
}
