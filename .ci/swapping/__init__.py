"""Ways to say an article otherwise without changing what it says: what that costs was fitted to words.

Each module holds one kind of swap. Nothing here may know a name of an article; what is of a language stands in
swaps.toml.
"""
