package io.sarangbang.auth.withdrawal;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** A notice that is not the provider's, or comes at the wrong time, or again. */
final class WebhookRefused extends Problem {

    WebhookRefused() {
        super(
                HttpStatus.UNAUTHORIZED,
                "webhook-refused",
                "This notice is not the provider's",
                "Its key, signature, time or client is wrong, or it came before.");
    }
}
