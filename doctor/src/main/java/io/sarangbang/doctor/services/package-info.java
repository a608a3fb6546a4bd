/** Whether the services, their registry and their database are there. */
@NullMarked
package io.sarangbang.doctor.services;

import org.jspecify.annotations.NullMarked;
