"""What the program promises to survive, tried on the real program."""
