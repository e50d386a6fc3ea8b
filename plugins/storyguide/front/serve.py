"""The command that previews a guide while it is written."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import os
import threading
import webbrowser
from argparse import Namespace
from pathlib import Path

from storyguide.front.door import say
from storyguide.front.terminal import somebody_is_there, tell


def serve(project: Path, asked: Namespace) -> int:
    """Show the guide as it would be, each change as it is saved, until Ctrl+C."""
    from storyguide import telling
    from storyguide.desk import opener_of
    from storyguide.front.chosen_engine import chosen_engine
    from storyguide.front.downloads import ensure_pandoc
    from storyguide.front.parts import ensure_parts
    from storyguide.front.safety_net import in_words_of
    from storyguide.front.showing import AtAFreePort, until_stopped
    from storyguide.model.problems.faults import OUR_FAULT
    from storyguide.preview.answering import Answering
    from storyguide.preview.keeping_up import keep_up
    from storyguide.preview.preview import Preview

    ensure_pandoc(project, asked.root, say=say)
    opener = opener_of(os.environ, asked.root)
    preview = Preview(asked.root, engine=chosen_engine(), assets=ensure_parts(say=say), opener=opener)
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
