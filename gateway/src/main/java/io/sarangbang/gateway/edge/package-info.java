/** What holds for every request whatever it asks for: its id, its log line, its bounds, the headers of its answer. */
@NullMarked
package io.sarangbang.gateway.edge;

import org.jspecify.annotations.NullMarked;
