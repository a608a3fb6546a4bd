package io.sarangbang.users.deletion;

import io.sarangbang.defaults.service.ServiceCall;
import io.sarangbang.defaults.service.ServiceClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Has a holder erase what it has of a person; doing it again does no harm. */
@Component
class Eraser {

    private final ServiceClient services;
    private final ApplicationEventPublisher ownFeatures;
    private final DeletionSettings settings;

    Eraser(ServiceClient services, ApplicationEventPublisher ownFeatures, DeletionSettings settings) {
        this.services = services;
        this.ownFeatures = ownFeatures;
        this.settings = settings;
    }

    /**
     * Returns once the holder has confirmed.
     *
     * @throws NotErased when it answered anything else
     * @throws io.sarangbang.defaults.service.ServiceUnreachable when it did not answer
     */
    void erase(Holder holder, UUID account) {
        switch (holder) {
            case AUTH -> ask("auth-service", "/internal/accounts/" + account);
            case ROOMS -> ask("room-service", "/internal/people/" + account);
            case PROFILE -> ownFeatures.publishEvent(new AccountErased(account));
        }
    }

    /** Nothing but 204 confirms: a success of another kind comes from something that is not the service. */
    private void ask(String service, String path) {
        var call = ServiceCall.delete(service, path).within(settings.patience());
        var status = services.send(call, BodyHandlers.discarding()).statusCode();
        if (status != HttpStatus.NO_CONTENT.value()) {
            throw new NotErased(service, status);
        }
    }
}
