# The bot alone: no compiler, no package index, no root, and nothing to write to but /var/lib/lineup and /tmp.
#   docker run --read-only --tmpfs /tmp --env DISCORD_TOKEN --volume lineup:/var/lib/lineup lineup
# bot/deploying/compose.yaml runs it with the operator's documents.

FROM python:3.13-slim AS build
RUN python -m venv /opt/lineup
WORKDIR /source
COPY requirements.lock requirements-dev.lock ./
RUN /opt/lineup/bin/python -m pip install --no-cache-dir --only-binary :all: --require-hashes --requirement requirements.lock
# Charts, published facts and PostgreSQL are extras: their pins stand in the development lock.
RUN sed -n '/^\(vl-convert-python\|obstore\|psycopg\|psycopg-binary\)==/,/[^\]$/p' requirements-dev.lock > extras.lock
RUN /opt/lineup/bin/python -m pip install --no-cache-dir --only-binary :all: --require-hashes --requirement extras.lock
COPY pyproject.toml README.md LICENSE ./
COPY facts/ facts/
COPY bot/ bot/
RUN /opt/lineup/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.13-slim
RUN useradd --uid 1000 --create-home lineup && install --directory --owner=lineup --group=lineup /var/lib/lineup
COPY --from=build /opt/lineup /opt/lineup
ENV PATH=/opt/lineup/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    XDG_CACHE_HOME=/var/lib XDG_DATA_HOME=/var/lib LINEUP_METRICS=127.0.0.1:9100
USER 1000:1000
# The store of the shipped documents, so that the first answer does not wait for it.
RUN lineup build
# The facts, and what servers chose: that outlives the container.
VOLUME /var/lib/lineup
HEALTHCHECK --interval=30s --timeout=10s --start-period=10m CMD ["lineup", "health"]
ENTRYPOINT ["lineup"]
CMD ["run"]
