"""Building a store beside a running bot: in a child process, one at a time, told of line by line."""
