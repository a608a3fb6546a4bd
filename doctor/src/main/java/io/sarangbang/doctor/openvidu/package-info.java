/** Asks OpenVidu's REST API as room-service does: where it is, whether the secret fits, what it tells browsers, whom it tells. */
@NullMarked
package io.sarangbang.doctor.openvidu;

import org.jspecify.annotations.NullMarked;
