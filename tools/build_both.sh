#!/bin/bash
# build.sh SOURCE OUT : builds dudley and anytown of a worktree into OUT/{dudley,anytown}
set -e
src=$1; out=$2; mkdir -p $out; rm -rf $out/dudley $out/anytown
cd $src
nice "$src/.venv/bin/python" - "$src" "$out" <<'P'
import sys
from pathlib import Path
src, out = Path(sys.argv[1]), Path(sys.argv[2])
sys.path[:0] = [str(src / "plugins"), str(src)]
import datetime, shutil, tempfile
from importlib import import_module
def first(*names):
    for n in names:
        try: return import_module(n)
        except ModuleNotFoundError as e:
            if not n.startswith(e.name or "?"): raise
    raise SystemExit("no module of " + str(names))
publish = first("storyguide.site.publish", "storyguide.engines.publish").publish
find_parts = first("storyguide.site.parts", "storyguide.site.assets", "storyguide.engines.parts", "storyguide.site.theme.parts").find_parts
day = datetime.date(2026, 11, 20)
for name, root in (("dudley", src), ("anytown", src / "tests/guides/anytown")):
    with tempfile.TemporaryDirectory() as t:
        guide = Path(t) / "guide"
        if name == "anytown":
            shutil.copytree(root, guide)
        else:
            guide.mkdir()
            for one in ("docs", "stories"): shutil.copytree(root / one, guide / one)
            for one in ("mkdocs.yml", "published-addresses.txt"):
                if (root / one).exists(): shutil.copy(root / one, guide / one)
        from tests.conftest import TODAY
        done = publish(guide, out / name, today=TODAY, parts=find_parts())
        print(name, done.built, done.told[-300:] if isinstance(done.told, str) else done.told)
P
