/** What the variables of an installation say, before anything is started. */
@NullMarked
package io.sarangbang.doctor.settings;

import org.jspecify.annotations.NullMarked;
