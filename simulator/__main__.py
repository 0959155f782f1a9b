"""`python -m simulator` is `mockview`."""

from simulator.cli.main import main

main()
