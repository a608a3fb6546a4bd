package io.sarangbang.defaults.registration;

import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaRegistration;
import org.springframework.context.ApplicationListener;

/**
 * Reports this instance as up once it is ready. Eureka's own registration runs before the web server listens whenever the
 * port is known beforehand, so it only announces that we are starting ({@code eureka.instance.initial-status}).
 */
class Arrival implements ApplicationListener<ApplicationReadyEvent> {

    private final EurekaRegistration registration;

    Arrival(EurekaRegistration registration) {
        this.registration = registration;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        registration.getApplicationInfoManager().setInstanceStatus(InstanceStatus.UP);
    }
}
