/** The site as browsers see it: its address, its cookies, and requests that other sites forge. */
@NullMarked
package io.sarangbang.auth.site;

import org.jspecify.annotations.NullMarked;
