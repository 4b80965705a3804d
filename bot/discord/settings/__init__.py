"""What the admins of a server choose, on one panel; and what is kept of a server, and forgotten when it leaves."""
