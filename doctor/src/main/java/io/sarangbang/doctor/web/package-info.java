/** What the front door serves: the page, its policies, the way to https and the way to the gateway. */
@NullMarked
package io.sarangbang.doctor.web;

import org.jspecify.annotations.NullMarked;
