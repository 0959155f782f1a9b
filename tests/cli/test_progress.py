"""The bar for many files: seen on a terminal, and nowhere else."""

import io

from simulator.cli.progress import Bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_it_tells_how_many_are_done() -> None:
    stream = Terminal()
    with Bar(3, stream) as bar:
        bar.partly(0.5)
        bar.done(1)
        with bar.out_of_the_way():
            stream.write("the first page\n")
        bar.done(2)
    told = stream.getvalue()
    assert "1/3" in told
    assert "2/3" in told
    assert told.index("1/3") < told.index("the first page")


def test_in_a_file_or_a_pipe_there_is_none() -> None:
    stream = io.StringIO()
    with Bar(3, stream) as bar:
        bar.partly(0.5)
        bar.done(1)
        with bar.out_of_the_way():
            pass
    assert stream.getvalue() == ""


def test_nothing_to_do_is_no_trouble() -> None:
    with Bar(0, Terminal()) as bar:
        bar.done(0)
