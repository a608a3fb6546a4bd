package io.sarangbang.media.rpc;

/** Counts what waits for one browser, in messages and in characters, so that neither many nor large ones pile up. */
final class Backlog {

    private final int maxMessages;
    private final long maxCharacters;
    private int messages;
    private long characters;

    Backlog(RpcSettings settings) {
        this.maxMessages = settings.maxOutgoing();
        this.maxCharacters = settings.maxOutgoingCharacters();
    }

    /** Makes room for a message; false when there is none. */
    synchronized boolean add(String message) {
        if (messages >= maxMessages || characters + message.length() > maxCharacters) {
            return false;
        }
        messages++;
        characters += message.length();
        return true;
    }

    synchronized void remove(String message) {
        messages--;
        characters -= message.length();
    }
}
