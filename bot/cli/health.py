"""`lineup health`: whether the bot that runs on this machine is well, for whatever keeps it running."""

from http import HTTPStatus
from http.client import HTTPConnection, HTTPException

import click

from bot.cli import Fault
from bot.settings import Settings, SettingsError

PATIENCE = 5.0  # seconds
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  # where to ask what listens on every address


@click.command("health")
def command() -> None:
    """Ask the bot that listens at LINEUP_METRICS. Exit status 0 if it is well."""
    place = Settings.of().metrics
    if place is None:
        raise SettingsError("LINEUP_METRICS is not set, for the bot and here; name a port for both, such as 9100")
    host, port = place
    connection = HTTPConnection(EVERYWHERE.get(host, host), port, timeout=PATIENCE)
    try:
        connection.request("GET", "/healthz")
        response = connection.getresponse()
        said = response.read(1_000).decode(errors="replace").strip()
    except (OSError, HTTPException) as fault:
        raise Fault(f"no bot answers at {host}:{port} ({fault})") from fault
    finally:
        connection.close()
    if response.status != HTTPStatus.OK:
        raise Fault(f"the bot at {host}:{port} is not well: {said}")
    click.echo(said)
