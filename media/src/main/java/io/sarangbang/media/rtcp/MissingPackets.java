package io.sarangbang.media.rtcp;

/** The packets of one source that did not arrive, and when to ask for each again. Bounded. */
public final class MissingPackets {

    public static final int LIMIT = 256;

    private static final int MAX_TRIES = 8;
    private static final long RETRY_NANOS = 50_000_000L;

    private final int[] sequences = new int[LIMIT];
    private final long[] askedAt = new long[LIMIT];
    private final int[] tries = new int[LIMIT];
    private int count;
    private boolean started;
    private int highest;

    /**
     * Notes a packet that came. Returns false when the gap before it is too wide to be worth repairing, in which case
     * only a key frame helps.
     */
    public boolean arrived(int sequence) {
        if (!started) {
            started = true;
            highest = sequence;
            return true;
        }
        int step = (short) (sequence - highest);
        if (step <= 0) {
            forget(sequence);
            return true;
        }
        highest = sequence;
        return step == 1 || noteGap(sequence, step - 1);
    }

    private boolean noteGap(int sequence, int missing) {
        if (count + missing > LIMIT) {
            count = 0;
            return false;
        }
        for (int i = missing; i > 0; i--) {
            sequences[count] = (sequence - i) & 0xFFFF;
            askedAt[count] = Long.MIN_VALUE;
            tries[count++] = 0;
        }
        return true;
    }

    private void forget(int sequence) {
        for (int i = 0; i < count; i++) {
            if (sequences[i] == sequence) {
                remove(i);
                return;
            }
        }
    }

    private void remove(int i) {
        count--;
        System.arraycopy(sequences, i + 1, sequences, i, count - i);
        System.arraycopy(askedAt, i + 1, askedAt, i, count - i);
        System.arraycopy(tries, i + 1, tries, i, count - i);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * Fills in the numbers to ask for now, oldest first, and returns how many; gives up on those asked for too often.
     */
    public int takeDue(long nowNanos, int[] due) {
        int taken = 0;
        for (int i = 0; i < count; i++) {
            boolean isDue = askedAt[i] == Long.MIN_VALUE || nowNanos - askedAt[i] >= RETRY_NANOS;
            if (isDue && tries[i] == MAX_TRIES) {
                remove(i--);
            } else if (isDue && taken < due.length) {
                askedAt[i] = nowNanos;
                tries[i]++;
                due[taken++] = sequences[i];
            }
        }
        return taken;
    }
}
