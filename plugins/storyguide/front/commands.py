"""The commands: each asks the rooms for what it needs, prints it, and returns the exit status."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path

from storyguide.front.door import say
from storyguide.front.running import become
from storyguide.front.setting_up import BENCH, NODE, TESTS, add

Command = Callable[[Path, Namespace], int]
"""Given the project and what was asked for; returns the exit status."""


def site(project: Path, asked: Namespace) -> int:
    """Build the website, say what came of it, and show it to whoever sits at the terminal."""
    from storyguide.engines.publish import publish
    from storyguide.front.outcome import outcome, progress
    from storyguide.front.parts import ensure_parts

    out = asked.site.resolve() if asked.site else asked.root / "site"
    published = publish(
        asked.root,
        out,
        strict=asked.strict,
        fresh=asked.fresh,
        parts=ensure_parts(say=say),
        progress=progress(),
    )
    if published.told:
        _print(published.told, "")
    _print(*outcome(published, out))
    if published.built and not asked.no_open and _somebody_is_there():
        from storyguide.front.showing import show

        show(out, say=say)
    return 0 if published.built else 1


def serve(project: Path, asked: Namespace) -> int:
    """Preview the site, each change shown as it is saved."""
    from storyguide.front.parts import ensure_parts
    from storyguide.front.showing import HERE, free_port

    ensure_parts(say=say)
    address = f"{HERE}:{free_port()}"
    say(f"The preview will be at http://{address}/ until you press Ctrl+C.")
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    config = str(asked.root / "mkdocs.yml")
    opened = ["--open"] if not asked.no_open and _somebody_is_there() else []
    # --livereload is MkDocs' own default, which some versions of click lose.
    return become(
        [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-f", config, "-a", address, "--livereload", *opened]
    )


def check(project: Path, asked: Namespace) -> int:
    """Tell every problem of every file."""
    from storyguide import telling
    from storyguide.assembly import assemble

    problems = assemble(asked.root, today=date.today()).problems
    told = {"text": telling.as_text, "json": telling.as_json, "github": telling.as_annotations}[asked.format](problems)
    _print(told or "Nothing needs mending.")
    return 1 if any(problem.blocks for problem in problems) else 0


def new(project: Path, asked: Namespace) -> int:
    """Begin a story."""
    from storyguide.front.starter import begin

    return begin(asked.root, asked.slug, fact_file=asked.fact_file)


def folder(project: Path, asked: Namespace) -> int:
    """Write the guide as a plain docs folder."""
    from storyguide.engines.folder import write_folder
    from storyguide.front.outcome import near

    out = asked.out.resolve()
    count = write_folder(asked.root, out)
    _print(f"Wrote {count} files into {near(out)}.")
    return 0


def parts(project: Path, asked: Namespace) -> int:
    """Fetch and prepare the fonts, npm itself too where it is missing."""
    from storyguide.front.npm import npm
    from storyguide.front.outcome import near
    from storyguide.front.parts import ensure_parts

    if not npm():
        add(project, NODE, purpose="to fetch the fonts", say=say)
    made = ensure_parts(project, say=say)
    if made:
        _print(f"The fonts are in {near(made)}.")
    return 0 if made else 1


def test(project: Path, asked: Namespace) -> int:
    """Have ready what the tests need, and run them."""
    from storyguide.front import npm
    from storyguide.front.browser import ensure_browser
    from storyguide.front.parts import ensure_parts

    add(project, TESTS, purpose="to test the guide", say=say)
    if not npm.npm():
        add(project, NODE, purpose="to fetch what the tests judge pages with", say=say)
    npm.fetch(project, for_tests=True, say=say)
    ensure_parts(project, say=say)
    ensure_browser(say=say)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.chdir(project)
    return become([sys.executable, "-m", "pytest", *asked.further])


def bench(project: Path, asked: Namespace) -> int:
    """Measure how fast the guide is built."""
    add(project, BENCH, purpose="to measure against", say=say)
    os.chdir(project)
    return become([sys.executable, "-m", "bench", *asked.further])


def lock(project: Path, asked: Namespace) -> int:
    """Remake the lists of exact versions."""
    from storyguide.front.locks import relock

    if not shutil.which("uv"):
        add(project, TESTS, purpose="to make the lists", say=say)
    _print(*(f"Made {name}." for name in relock(project)))
    return 0


COMMANDS: dict[str, Command] = {
    command.__name__: command for command in (site, serve, check, new, folder, parts, test, bench, lock)
}


def _print(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


def _somebody_is_there() -> bool:
    """Whether a person can look at what was built, and press Ctrl+C."""
    return not os.environ.get("CI") and sys.stdin.isatty() and sys.stdout.isatty()
