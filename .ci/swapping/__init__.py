"""Ways to say an article otherwise without changing what it says: what it costs is what was fitted to its wording.

Each module holds one kind of swap. Nothing here may know a name of an article; what languages know stands in swaps.toml.
"""
