package io.sarangbang.doctor.media;

/** A candidate, and whether it answered. */
record Reached(Candidate candidate, boolean answered) {}
