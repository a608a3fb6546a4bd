/** The REST API that backends drive sessions with, and the health of this server. */
@NullMarked
package io.sarangbang.media.rest;

import org.jspecify.annotations.NullMarked;
