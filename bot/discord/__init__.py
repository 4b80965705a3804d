"""The Discord wiring: events and commands in, messages out. Reading and answering a question belong to other rooms."""
