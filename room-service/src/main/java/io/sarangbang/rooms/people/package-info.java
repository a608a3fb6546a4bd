/** What this service has of a person: handed out when they want to see it, forgotten when they go for good. */
@NullMarked
package io.sarangbang.rooms.people;

import org.jspecify.annotations.NullMarked;
