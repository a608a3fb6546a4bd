package io.sarangbang.defaults.registration;

import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaRegistration;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaServiceRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Leaves the registry first and waits until the others have noticed; only then does anything here stop. It listens to the
 * context's closing instead of being a lifecycle bean of the highest phase, because executors and schedulers refuse work
 * from that event on, and requests that still arrive may need them.
 */
class Departure implements ApplicationListener<ContextClosedEvent>, Ordered {

    private static final Logger log = LoggerFactory.getLogger(Departure.class);

    private final ApplicationContext context;
    private final EurekaServiceRegistry registry;
    private final EurekaRegistration registration;
    private final Duration drain;

    Departure(
            ApplicationContext context,
            EurekaServiceRegistry registry,
            EurekaRegistration registration,
            RegistrationSettings settings) {
        this.context = context;
        this.registry = registry;
        this.registration = registration;
        this.drain = settings.drain();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() == context && wasUp() && hasLeft()) {
            log.info("left the registry, draining for {}", drain);
            await();
        }
    }

    private boolean wasUp() {
        return registration.getApplicationInfoManager().getInfo().getStatus() == InstanceStatus.UP;
    }

    /** Whether the registry has confirmed. If it does not answer, nobody hears of our leaving and waiting is in vain. */
    private boolean hasLeft() {
        try {
            registration.getApplicationInfoManager().setInstanceStatus(InstanceStatus.OUT_OF_SERVICE);
            registry.setStatus(registration, InstanceStatus.OUT_OF_SERVICE.name());
            return true;
        } catch (RuntimeException e) {
            log.warn("could not leave the registry: {}", e.getMessage());
            return false;
        }
    }

    private void await() {
        try {
            Thread.sleep(drain);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
