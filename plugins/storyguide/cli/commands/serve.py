"""The command that previews a guide while it is written."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from storyguide.cli.command import Command, Topic
from storyguide.cli.terminal import say, somebody_is_there, tell

COMMAND = Command(
    topic=Topic.GUIDE,
    rank=2,
    help="preview the site while you write",
    description=("Each change to a story is shown when you save it. End it with Ctrl+C."),
    examples=("serve",),
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what may follow it."""
    parser.add_argument("--no-open", action="store_true", help="do not open the browser")


def run(project: Path, asked: Namespace) -> int:
    """Show the guide as it would be, each change as it is saved, until Ctrl+C."""
    import threading
    import webbrowser

    from storyguide import telling
    from storyguide.cli.dependencies.assets import ensure_parts
    from storyguide.cli.errors import in_words_of
    from storyguide.cli.serving.local_server import AtAFreePort, until_stopped
    from storyguide.cli.tin_downloads import ensure_pandoc
    from storyguide.editing.desk import opener_of
    from storyguide.model.problems.faults import OUR_FAULT
    from storyguide.preview.answering import Answering
    from storyguide.preview.keeping_up import keep_up
    from storyguide.preview.preview import Preview

    ensure_pandoc(project, asked.root, say=say)
    preview = Preview(asked.root, parts=ensure_parts(say=say), opener=opener_of(os.environ, asked.root))
    stop = threading.Event()

    def failed(fault: Exception) -> None:
        say(f"The last change is not shown; save again to have another try. {in_words_of(fault, asked.root)}")

    watching = threading.Thread(
        target=keep_up, args=(preview, asked.root, stop), kwargs={"failed": failed}, daemon=True
    )
    try:
        with AtAFreePort(type("AnsweringForOne", (Answering,), {"preview": preview})) as server:
            watching.start()
            if preview.problems:
                tell(telling.as_text(preview.problems))
            say(f"The preview is at {server.address} until you press Ctrl+C. Save a story, and it shows.")
            if not asked.no_open and somebody_is_there():
                webbrowser.open(server.address)
            until_stopped(server)
    finally:
        stop.set()
        preview.close()
    return 1 if any(problem.code == OUR_FAULT for problem in preview.problems) else 0
