/** Connection tests: a session of one's own at the media server, to see before a meeting whether sound and pictures get through. */
@NullMarked
package io.sarangbang.rooms.check;

import org.jspecify.annotations.NullMarked;
