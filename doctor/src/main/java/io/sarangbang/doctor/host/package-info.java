/** What the machine itself must provide: the right time, room on its disks, its ports. */
@NullMarked
package io.sarangbang.doctor.host;

import org.jspecify.annotations.NullMarked;
