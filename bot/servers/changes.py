"""The shape of the servers' database, change by change. A released change is never edited: another follows it."""

from collections.abc import Mapping

SCHEMA = "lineup"  # of its own, so that the database may hold other things too

# Name -> what to run. The database remembers the names of those that it has seen.
CHANGES: Mapping[str, str] = {
    "settings": """
        CREATE TABLE lineup.settings (server bigint PRIMARY KEY, settings text NOT NULL, version bigint NOT NULL);
        CREATE INDEX settings_since ON lineup.settings (version);
        CREATE TABLE lineup.version (number bigint NOT NULL, forgotten bigint NOT NULL);
        INSERT INTO lineup.version VALUES (0, 0)
    """,
    "gaps": """
        CREATE TABLE lineup.gaps (
            server bigint, entity text, attribute text, count bigint NOT NULL, last double precision NOT NULL,
            PRIMARY KEY (server, entity, attribute)
        );
        CREATE TABLE lineup.words (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            server bigint NOT NULL, entity text NOT NULL, attribute text NOT NULL, text text NOT NULL,
            at double precision NOT NULL
        );
        CREATE INDEX words_of ON lineup.words (server, entity, attribute);
        CREATE INDEX words_at ON lineup.words (at)
    """,
    "commands": """
        CREATE TABLE lineup.commands (application bigint PRIMARY KEY, digests text NOT NULL)
    """,
}
