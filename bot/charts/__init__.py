"""Charts of amounts side by side: from points to a description of a picture (pure), and drawn in a child process."""
