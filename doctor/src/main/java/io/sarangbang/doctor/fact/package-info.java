/** What was asked of the installation, and what could not be learnt; probes ask all at once, each within its time. */
@NullMarked
package io.sarangbang.doctor.fact;

import org.jspecify.annotations.NullMarked;
