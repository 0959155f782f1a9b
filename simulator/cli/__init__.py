"""The command line: reads flags, wires the rooms together, prints, and says how it ended."""
