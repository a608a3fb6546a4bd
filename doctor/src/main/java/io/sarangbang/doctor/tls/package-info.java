/** Whether browsers believe the certificate that the public name shows, and if not, exactly why. */
@NullMarked
package io.sarangbang.doctor.tls;

import org.jspecify.annotations.NullMarked;
