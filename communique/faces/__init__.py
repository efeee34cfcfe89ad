"""How people reach the record: the command line."""
