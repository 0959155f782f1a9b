"""The conductor: asks, listens, goes on. It is handed voices, ears and a clock."""
