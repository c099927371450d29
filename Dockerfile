# The image: a Java runtime of just the modules that are needed, the server, and an AOT cache of exactly
# these jars. docs/docker.md is for its users, docs/decisions/0018 says why it is as it is.
#
#   docker build --build-arg OWNER=<owner> -t ghcr.io/<owner>/openai-assistant-mcp .

ARG MAVEN=maven:3.9.16-eclipse-temurin-25
ARG BASE=debian:bookworm-slim

FROM ${MAVEN} AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY upstream/pom.xml upstream/
COPY tool-api tool-api
COPY openapi openapi
COPY generated-client generated-client
COPY codegen codegen
COPY engine engine
COPY server server
RUN --mount=type=cache,target=/maven-repository \
    mvn -B -ntp -Dmaven.repo.local=/maven-repository -Dmaven.test.skip=true -pl server -am package
COPY LICENSE ./
COPY release/modules release/
COPY docker docker
RUN docker/assemble server/target /app && docker/runtime /opt/jre

# What runs in the image, with the tools that it is trained by: the cache has to be made after the last
# jar was copied, since this JVM does not notice when one changes.
FROM ${BASE} AS trained
COPY --from=build /opt/jre /opt/jre
COPY --from=build /app /app
COPY bin/archive.sh docker/train docker/collect /training/
RUN /training/train /opt/jre/bin/java /app
RUN /training/collect /image /opt/jre /app

FROM scratch
ARG OWNER=owner
ARG VERSION=
ARG REVISION=
LABEL org.opencontainers.image.title="openai-assistant-mcp" \
      org.opencontainers.image.description="The OpenAI Assistants API as MCP tools, and an engine that serves it" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.source="https://github.com/${OWNER}/openai-assistant-mcp" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      io.modelcontextprotocol.server.name="io.github.${OWNER}/openai-assistant-mcp"
COPY --from=trained /image /
COPY --from=trained /opt/jre /opt/jre
COPY --from=trained /app /app
COPY --from=trained --chown=10001:10001 /image-data /data
ENV PATH=/opt/jre/bin \
    LANG=C.UTF-8 \
    TRANSPORT=http \
    HOST=0.0.0.0 \
    PORT=8662 \
    MCP_ALLOW_UNAUTHENTICATED=true \
    ALLOWED_HOSTS=host.docker.internal \
    ASSISTANTS_DATABASE=/data/assistants.db \
    SQLITE_TMPDIR=/data
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8662
HEALTHCHECK --interval=30s --timeout=20s --start-period=20s \
  CMD ["java", "@/app/jvm.options", "-XX:AOTCache=/app/classes.aot", "-XX:TieredStopAtLevel=1", \
       "-jar", "/app/openai-assistant-mcp.jar", "health"]
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:AOTCache=/app/classes.aot", "-jar", "/app/openai-assistant-mcp.jar"]
