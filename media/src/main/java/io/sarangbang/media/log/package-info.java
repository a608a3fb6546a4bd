/** How this server writes its log for machines to read. */
@NullMarked
package io.sarangbang.media.log;

import org.jspecify.annotations.NullMarked;
