"""What opens a door is starred out; what helps to find a fault stays."""

import time

import pytest

from bot.redacting import redacted

SECRET = "hunter2"
BOT_TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("postgresql://lineup:hunter2@db:5432/lineup", "postgresql://lineup:***@db:5432/lineup"),
        ("postgresql://:hunter2@db/lineup", "postgresql://:***@db/lineup"),
        ("postgresql://lineup:hunter2@one,two/lineup", "postgresql://lineup:***@one,two/lineup"),
        ("postgresql://lineup:a@hunter2@db/lineup", "postgresql://lineup:***@db/lineup"),
        ("postgresql://lineup:a/hunter2@db/lineup", "postgresql://lineup:***@db/lineup"),
        ("postgresql://lineup:12hunter2@db/lineup", "postgresql://lineup:***@db/lineup"),
        ("cannot connect to postgres://u:hunter2@h: refused", "cannot connect to postgres://u:***@h: refused"),
        ("postgresql:///lineup?host=/run&password=hunter2", "postgresql:///lineup?host=/run&password=***"),
        ("host=db user=lineup password='hun ter2 hunter2' port=1", "host=db user=lineup password=*** port=1"),
        ("host=db password = hunter2", "host=db password = ***"),
        ("s3://AKIA:hunter2@bucket/facts", "s3://AKIA:***@bucket/facts"),
        ("AWS_SECRET_ACCESS_KEY=hunter2", "AWS_SECRET_ACCESS_KEY=***"),
        ("https://b/f?X-Amz-Credential=hunter2&X-Amz-Date=1", "https://b/f?X-Amz-Credential=***&X-Amz-Date=1"),
        ("https://b/f?x-amz-security-token=hunter2", "https://b/f?x-amz-security-token=***"),
        ("https://a.blob.core.windows.net/c?sv=1&sig=hunter2", "https://a.blob.core.windows.net/c?sv=1&sig=***"),
        ("PATCH https://discord.com/api/v10/webhooks/1/hunter2/messages/@original responded with 429",
         "PATCH https://discord.com/api/v10/webhooks/1/***/messages/@original responded with 429"),
        ("POST /interactions/12/hunter2/callback", "POST /interactions/12/***/callback"),
        (f"Bot {BOT_TOKEN} is refused", "Bot *** is refused"),
    ],
)  # fmt: skip
def test_secrets_are_starred_out(text: str, shown: str) -> None:
    assert redacted(text) == shown
    assert SECRET not in redacted(text)


@pytest.mark.parametrize(
    "text",
    [
        "http://127.0.0.1:9100/users/@me",
        "https://discord.com/api/v10/users/@me",
        "postgresql://lineup@db:5432/lineup",
        "s3://bucket/facts?region=eu-west-3",
        "file:///srv/facts",
        "Ready as Lineup#0 in 3 servers",
        "DISCORD_TOKEN is not set; put the bot's token from Discord's developer portal there",
        "/webhooks/1 · facts.store.reader · 2.7.1 · lineup-bot.service",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert redacted(text) == text


@pytest.mark.parametrize("piece", ["://a:", "password", "a=", "token=", "/webhooks/1/", "abcdefghijklmnopqrst.", "'\\"])
def test_no_text_takes_long(piece: str) -> None:
    began = time.perf_counter()
    redacted(piece * (20_000 // len(piece)))
    assert time.perf_counter() - began < 1.0
