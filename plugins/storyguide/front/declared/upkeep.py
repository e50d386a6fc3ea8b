"""What may be typed to fetch, test, measure and list what the guide is made with."""

from pathlib import Path

from storyguide.front.declared.commands import Commands


def parts(commands: Commands) -> None:
    commands.for_the_code("parts", "fetch the fonts (done by itself where npm is installed)", examples=["parts"])


def test(commands: Commands) -> None:
    command = commands.for_the_code(
        "test",
        "run every test, a real browser’s included",
        "What follows is handed to pytest. What the tests need is fetched first: once. “quick” leaves out all that "
        "need a browser or a built site, and takes a minute or two.",
        ["test", "test quick", "test -k consent", "test tests/browser -x"],
    )
    command.add_argument("further", nargs="*", metavar="PYTEST ARGUMENT")


def bench(commands: Commands) -> None:
    command = commands.for_the_code("bench", "measure how fast the guide is built", examples=["bench"])
    command.add_argument("further", nargs="*", metavar="ARGUMENT")


def lock(commands: Commands) -> None:
    commands.for_the_code(
        "lock", "remake the lists of exact versions from requirements*.in and package.json", examples=["lock"]
    )


def sbom(commands: Commands) -> None:
    command = commands.for_the_code(
        "sbom",
        "list every part the guide is made with, for programs that look for known faults",
        "The list is CycloneDX, made from the locks; each published site has it too, below about/licences/.",
        ["sbom", "sbom --out sbom.cdx.json", "sbom --everything"],
    )
    command.add_argument("--out", type=Path, metavar="FILE", help="where to write it (default: into the terminal)")
    command.add_argument("--everything", action="store_true", help="with what tests and measuring want, too")


def audit(commands: Commands) -> None:
    commands.for_the_code(
        "audit",
        "ask PyPI and npm whether faults are known of anything that is locked",
        "The exit status is 0 if none is, 1 if one is, and 2 if they could not be asked, which says nothing.",
        ["audit"],
    )
