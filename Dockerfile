# The bot alone: no compiler, no package index, no root. Token and folders come from the environment:
#   docker run --env DISCORD_TOKEN --volume ./documents:/documents --env LINEUP_DOCUMENTS=/documents \
#     --volume lineup:/home/lineup/.local/share/lineup lineup        (what servers chose outlives the container)

FROM python:3.13-slim AS build
RUN python -m venv /opt/lineup
WORKDIR /source
COPY requirements.lock requirements-dev.lock ./
RUN /opt/lineup/bin/python -m pip install --no-cache-dir --only-binary :all: --require-hashes --requirement requirements.lock
# Charts are an extra: their one pin stands in the development lock.
RUN sed -n '/^vl-convert-python==/,/[^\\]$/p' requirements-dev.lock > charts.lock && /opt/lineup/bin/python -m pip install --no-cache-dir --only-binary :all: --require-hashes --requirement charts.lock
COPY pyproject.toml README.md LICENSE ./
COPY facts/ facts/
COPY bot/ bot/
RUN /opt/lineup/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.13-slim
RUN useradd --create-home lineup
COPY --from=build /opt/lineup /opt/lineup
ENV PATH=/opt/lineup/bin:$PATH PYTHONUNBUFFERED=1
USER lineup
WORKDIR /home/lineup
# The store of the shipped documents, so that the first answer does not wait for it.
RUN lineup build && mkdir -p .local/share/lineup
ENTRYPOINT ["lineup"]
CMD ["run"]
