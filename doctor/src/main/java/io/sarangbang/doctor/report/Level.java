package io.sarangbang.doctor.report;

/** How bad a finding is. */
public enum Level {
    /** A cause: something does not work because of it. */
    FAIL,
    /** Works today. */
    WARN,
    OK,
    /** Nobody knows; never the same as fine. */
    UNMEASURED
}
