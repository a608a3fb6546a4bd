/** What every body has to keep to before anything is made of it: its size and its JSON. */
@NullMarked
package io.sarangbang.defaults.body;

import org.jspecify.annotations.NullMarked;
