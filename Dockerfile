# The images of everything that runs on a JVM. docker-compose.yml builds them:
#
#   service   one of the services, chosen by SERVICE
#   media     the embedded media server
#   doctor    the deployment doctor, and the setup that makes up secrets
ARG SERVICE=media

FROM maven:3.9-eclipse-temurin-25 AS poms
WORKDIR /src
COPY pom.xml ./
COPY house-rules/pom.xml house-rules/
COPY service-defaults/pom.xml service-defaults/
COPY discovery/pom.xml discovery/
COPY gateway/pom.xml gateway/
COPY auth-service/pom.xml auth-service/
COPY user-service/pom.xml user-service/
COPY room-service/pom.xml room-service/
COPY media/pom.xml media/
COPY social-stand-in/pom.xml social-stand-in/
COPY doctor/pom.xml doctor/

# What the modules have in common, once for all of them.
FROM poms AS shared
COPY house-rules/src/main house-rules/src/main
COPY service-defaults/src/main service-defaults/src/main
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn -q package -DskipTests -Dspotless.check.skip -pl house-rules,service-defaults

# Two directories, by how often they change: other people's libraries, and what is ours.
FROM shared AS build
ARG SERVICE
COPY ${SERVICE}/src/main ${SERVICE}/src/main
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn -q package -DskipTests -Dspotless.check.skip -am -pl "$SERVICE"
COPY bin/lay-out bin/
RUN bin/lay-out "$SERVICE" /libraries /ours

FROM eclipse-temurin:25-jre AS runtime
COPY --chmod=755 deploy/image/entrypoint deploy/image/healthcheck /usr/local/bin/
WORKDIR /app
ENTRYPOINT ["entrypoint"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --start-interval=1s CMD ["healthcheck"]

# The cache holds for this very JVM, these very jars and options.
FROM runtime AS trained
ARG SERVICE
COPY --from=build /libraries/ /ours/ ./
COPY bin/train bin/jvm-options /train/bin/
COPY deploy/image/healthcheck /train/deploy/image/
RUN /train/bin/train "$SERVICE" /app

FROM runtime AS service
ARG SERVICE
ENV SERVICE=${SERVICE}
COPY --from=build /libraries/ ./
COPY --from=build /ours/ ./
COPY bin/jvm-options ./
COPY --from=trained /app/app.aot ./
USER 10000:10000

FROM service AS media
COPY deploy/image/media-settings ./settings

# The doctor runs now and then, for a second: it has no cache.
FROM shared AS build-doctor
COPY .env.example ./
COPY doctor/src/main doctor/src/main
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn -q package -DskipTests -Dspotless.check.skip -am -pl doctor
COPY bin/lay-out bin/
RUN bin/lay-out doctor /libraries /ours

FROM eclipse-temurin:25-jre AS doctor
COPY --chmod=755 deploy/image/doctor deploy/setup/setup /usr/local/bin/
WORKDIR /app
COPY --from=build-doctor /libraries/ ./
COPY --from=build-doctor /ours/ ./
USER 10007:10007
ENTRYPOINT ["doctor"]
