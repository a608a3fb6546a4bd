/** Whether the public name leads here, by either generation of addresses. */
@NullMarked
package io.sarangbang.doctor.dns;

import org.jspecify.annotations.NullMarked;
