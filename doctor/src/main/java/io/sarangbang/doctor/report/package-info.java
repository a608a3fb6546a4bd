/** Judges facts by pure checks and tells the findings: a cause, what follows from it, what could not be measured. */
@NullMarked
package io.sarangbang.doctor.report;

import org.jspecify.annotations.NullMarked;
