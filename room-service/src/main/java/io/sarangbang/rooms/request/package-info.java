/** What every request has to keep to before anything is made of it: its size and its JSON. */
@NullMarked
package io.sarangbang.rooms.request;

import org.jspecify.annotations.NullMarked;
