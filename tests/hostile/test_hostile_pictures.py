"""Whatever a picture carries, is or pretends, only its pixels are published, upright; and none costs much."""

import json
import os
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from storyguide.reading.photos import press as pressing
from storyguide.reading.photos.outcome import Refusal
from storyguide.reading.photos.press import press
from storyguide.site.faults import MachineError

from tests import pictures
from tests.conftest import built
from tests.hostile.guide import Hostile
from tests.hostile.odd_pictures import PICTURES
from tests.site_pages import files_in

MOST_SECONDS, MOST_MEGABYTES = 20, 500
"""Seconds of the processor's own, which others at work do not use up."""
_TELLTALES = (*pictures.TELLTALES, b"alert(", b"<?php", b"MZ\x90", b"PK\x03\x04")


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_refused_for_what_it_is_or_shown_without_anything_but_its_pixels(name: str):
    make, wanted = PICTURES[name]
    data = make()
    started = time.process_time()

    pressed = press(data)

    assert time.process_time() - started < MOST_SECONDS
    assert (pressed.reason.value if isinstance(pressed, Refusal) else "") == wanted
    for one in () if isinstance(pressed, Refusal) else pressed:
        assert [mark for mark in _TELLTALES if mark in one.content] == []
        with Image.open(BytesIO(one.content)) as shown:
            assert (shown.size, shown.mode in ("RGB", "L")) == ((one.width, one.height), True)
            assert not shown.getexif() and not set(shown.info) & {"exif", "icc_profile", "xmp", "comment", "photoshop"}


@pytest.mark.parametrize("kind", ["JPEG", "WebP"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_however_a_camera_was_held_its_picture_stands_upright(kind: str, turn: int):
    pressed = press(PICTURES[f"{kind} held in way {turn}"][0]())

    assert not isinstance(pressed, Refusal)
    for one in pressed:
        with Image.open(BytesIO(one.content)) as shown:
            corners = [shown.getpixel((x, y)) for y in (20, one.height - 20) for x in (20, one.width - 20)]
        for found, colour in zip(corners, pictures.CORNERS.values(), strict=True):
            assert isinstance(found, tuple)
            assert max(abs(a - b) for a, b in zip(found, colour, strict=True)) < 40


def test_no_picture_takes_more_room_than_a_small_machine_has():
    code = (
        "import json\n"
        "from storyguide.reading.photos.press import press\n"
        "from tests.hostile.odd_pictures import PICTURES\n"
        "from tests.hostile.room import most_room\n"
        "from tests.pictures import jpeg, upright\n"
        "most = {}\n"
        "for name in ('bomb', 'header of a bomb', 'text that swells', 'colours that swell', 'as thin as a thread'):\n"
        "    press(PICTURES[name][0]())\n"
        "before = most_room()\n"
        "press(jpeg(upright(8192, 6144)))\n"
        "print(json.dumps([before, most_room()]))\n"
    )

    given = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-c", code], env=given, capture_output=True, text=True, timeout=900, check=False
    )

    assert done.returncode == 0, done.stderr
    assert max(json.loads(done.stdout)) < MOST_MEGABYTES


def test_no_picture_of_the_whole_site_says_where_or_by_whom_it_was_taken(hostile: Hostile):
    looked_at = 0
    for path, data in files_in(hostile.site).items():
        if path.endswith((".jpg", ".webp", ".png")):
            looked_at += 1
            assert [mark for mark in pictures.TELLTALES if mark in data] == [], path
            with Image.open(BytesIO(data)) as shown:
                assert not shown.getexif(), path

    assert looked_at > 200


def test_a_build_whose_own_press_left_something_stops_and_the_last_site_stands(
    anytown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    site = tmp_path / "site"
    built(anytown, site)
    before = files_in(site)
    (anytown / "stories/repair-cafe/bench.jpg").write_bytes(pictures.jpeg(pictures.upright(500, 400)))
    monkeypatch.setattr(pressing, "JPEG_SETTINGS", {"quality": 76, "comment": b"Telltale"})

    with pytest.raises(MachineError) as stopped:
        built(anytown, site)

    assert "our own press left a JPEG part 0xfe in a finished photo" in str(stopped.value)
    assert files_in(site) == before
