import ast, re, subprocess, sys
from pathlib import Path
sys.path.insert(0, str(Path(__file__).parent))
from room_names import new_of, TESTS
root = Path(sys.argv[1]); package = root / "plugins/storyguide"
run = lambda *a: subprocess.run(a, cwd=root, check=True)
olds = {}
for f in package.rglob("*.py"):
    rel = f.relative_to(package).with_suffix("")
    parts = rel.parts[:-1] if rel.name == "__init__" else rel.parts
    olds[".".join(parts)] = f
moves = {o: new_of(o) for o in olds if o and new_of(o) != o}
full = {f"storyguide.{o}": f"storyguide.{n}" for o, n in moves.items()}
allmods = {f"storyguide.{o}" if o else "storyguide" for o in olds}
tests = {}
for f in (root/"tests").rglob("*"):
    if f.is_file():
        rel = f.relative_to(root/"tests").as_posix()
        for a in sorted(TESTS, key=len, reverse=True):
            if rel.startswith(a + "/"):
                tests[rel] = TESTS[a] + rel[len(a):]; break
tmod = {}
for a, b in tests.items():
    if a.endswith(".py"):
        m = lambda x: "tests." + x[:-3].replace("/", ".").removesuffix(".__init__")
        tmod[m(a)] = m(b)
for a in TESTS:
    tmod.setdefault("tests." + a.replace("/", "."), "tests." + TESTS[a].replace("/", "."))
both = {**full, **tmod}
known = allmods | set(tmod)

def rewrite_imports(source):
    tree = ast.parse(source); lines = source.splitlines(keepends=True); edits = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level and node.module and node.module.split(".")[0] in ("storyguide", "tests"):
            groups = {}
            for alias in node.names:
                asmod = f"{node.module}.{alias.name}"
                if asmod in known and asmod in both:
                    pkg, _, name = both[asmod].rpartition(".")
                    shown = alias.asname or (alias.name if name != alias.name else None)
                    groups.setdefault(pkg, []).append(name + (f" as {shown}" if shown and shown != name else ""))
                else:
                    groups.setdefault(both.get(node.module, node.module), []).append(alias.name + (f" as {alias.asname}" if alias.asname else ""))
            if list(groups) == [node.module] and not any(f"{node.module}.{a.name}" in both for a in node.names): continue
            pad = " " * node.col_offset
            text = ("\n" + pad).join(f"from {p} import {', '.join(n)}" for p, n in groups.items())
            edits.append((node, text))
        elif isinstance(node, ast.Import):
            if any(a.name in both for a in node.names):
                edits.append((node, "import " + ", ".join(both.get(a.name, a.name) + (f" as {a.asname}" if a.asname else "") for a in node.names)))
    starts = [0]
    for l in lines: starts.append(starts[-1] + len(l.encode()))
    data = source.encode()
    for node, text in sorted(edits, key=lambda e: -e[0].lineno):
        # keep a trailing noqa comment where the statement is one line
        a = starts[node.lineno-1] + node.col_offset; b = starts[node.end_lineno-1] + node.end_col_offset
        data = data[:a] + text.encode() + data[b:]
    return data.decode()

dotted = sorted(both, key=len, reverse=True)
pattern = re.compile(r"(?<![\w.])(" + "|".join(map(re.escape, dotted)) + r")(?![\w])")
slashes = {o.replace(".", "/"): n.replace(".", "/") for o, n in moves.items()}
sl = re.compile(r"(?<![\w])(plugins/storyguide/|storyguide/)(" + "|".join(re.escape(s) for s in sorted(slashes, key=len, reverse=True)) + r")(?=[/.\s`'\"*\]),:]|$)", re.M)
tsl = re.compile(r"(?<![\w])tests/(" + "|".join(re.escape(s) for s in sorted({**TESTS}, key=len, reverse=True)) + r")(?=[/\s`'\"*\]),:]|$)", re.M)
loose = re.compile(r"(?<![\w/.-])(" + "|".join(re.escape(s) for s in sorted(slashes, key=len, reverse=True)) + r")(?=\.py\b|/)")
files = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True).stdout.split("\0")
for name in filter(None, files):
    f = root / name
    if f.suffix not in {".py", ".md", ".toml", ".yml", ".yaml", ".cfg", ".html", ".js", ".css", ".txt", ".in", ".json", ""} or not f.is_file() or name.startswith(("tests/guides", "stories/")) or "CHANGELOG" in name: continue
    try: s = f.read_text(encoding="utf-8")
    except UnicodeDecodeError: continue
    was = s
    if f.suffix == ".py":
        s = re.sub(r"^(\s*from )(reading|making|intake|checking|telling)(?=[. ])", r"\1tests.\2", s, flags=re.M)
        s = rewrite_imports(s)
    s = pattern.sub(lambda m: both[m[1]], s)
    s = sl.sub(lambda m: m[1] + slashes[m[2]], s)
    if not name.startswith("docs/how-it-is-made/decisions"):
        s = loose.sub(lambda m: slashes[m[1]], s)
    if name == "tests/test_layers.py":
        for a, b in (("reading","readers"),("making","render"),("checking","checks"),("telling","reports"),("intake","importers"),("side_by_side","parallel")):
            s = s.replace(f'"{a}"', f'"{b}"')
        s = s.replace('"render/covers/painting.py", "render/covers/card.py"', '"render/covers/painting.py", "render/covers/card.py"')
    if name.endswith("stories/store.py") or name.endswith("reading/store.py"):
        s = s.replace('_ROOMS = ("model", "reading")', '_ROOMS = ("model", "readers")')
    s = tsl.sub(lambda m: "tests/" + TESTS[m[1]], s)
    if s != was: f.write_text(s, encoding="utf-8")
def mv(a, b):
    (root / b).parent.mkdir(parents=True, exist_ok=True); run("git", "mv", a, b)
newpk = set()
for o, n in sorted(moves.items(), key=lambda x: -x[0].count(".")):
    f = olds[o]; init = f.name == "__init__.py"
    target = package / n.replace(".", "/") / "__init__.py" if init else package / (n.replace(".", "/") + ".py")
    if f != target: mv(f.relative_to(root).as_posix(), target.relative_to(root).as_posix())
# data folders beside modules (templates and the like)
for f in [f for f in package.rglob("*") if f.is_file() and f.suffix != ".py" and "__pycache__" not in f.parts]:
    rel = f.relative_to(package); d = ".".join(rel.parts[:-1]); n = new_of(d)
    if n != d and subprocess.run(["git","ls-files","--error-unmatch",str(f)],cwd=root,capture_output=True).returncode==0: mv(f.relative_to(root).as_posix(), (package / n.replace(".", "/") / f.name).relative_to(root).as_posix())
for a, b in tests.items():
    if subprocess.run(["git","ls-files","--error-unmatch","tests/"+a],cwd=root,capture_output=True).returncode==0: mv("tests/"+a, "tests/"+b)
import shutil
for d in ("reading", "making", "checking", "telling", "intake"):
    for base in (package, root/"tests"):
        p = base / d
        if p.exists():
            left = [x for x in p.rglob("*") if x.is_file() and "__pycache__" not in x.parts]
            print("left", left[:5]) if left else shutil.rmtree(p)
for d in sorted({p.parent for p in package.rglob("*.py")}):
    while d != package:
        if not (d / "__init__.py").exists(): print("no __init__:", d.relative_to(package)); 
        d = d.parent
INITS = {
 "model/editing": "Editors' views of stories: the desk, changes and the questions of the form.",
 "model/names": "Names people type: the nearest valid one, other programs' words for the same, and drawings.",
 "importers/email": "Read stories that arrive as e-mail.",
 "importers/opendocument": "Read stories written as OpenDocument text (.odt, .fodt).",
 "importers/rtf": "Read stories written as Rich Text Format.",
 "importers/text": "Read plain text: its character set and its paragraphs.",
 "importers/web": "Read stories saved as web pages.",
 "importers/word": "Read stories written in Word (.docx and its relations).",
 "readers/contacts": "Find private contact details in text: telephone numbers, e-mail addresses, postcodes.",
 "readers/editions": "Read what makes the guide one town's: its edition file and the lists beside it.",
 "readers/fields": "Read the facts at the top of a file: split, parsed with their lines, and converted value by value.",
 "readers/markdown": "Convert Markdown written by strangers to clean HTML, within an allow-list and limits.",
 "readers/news": "Read news posts and events.",
 "readers/registers": "Read the registers of barriers and promises.",
 "readers/stories": "Read stories and their replies, and what is derived from the table of story fields.",
 "readers/tins": "Read the practitioner resources of On the Tin.",
 "render/components": "Render the parts that pages share: cards, lists, pictures, terms.",
 "render/data": "Write the guide as open data.",
 "render/documents": "Write the guide as documents: book, poster, proof, newsletter and the downloads of tins.",
 "render/documents/newsletter": "Write a month's newsletter as HTML and as plain text.",
 "render/feeds": "Write feeds of stories and a calendar of events.",
 "render/maps": "Lay out and draw the map of an edition and of a trail.",
 "render/search": "Write what search and the filters read.",
}
for d, words in INITS.items():
    p = package / d / "__init__.py"
    if p.parent.is_dir() and not p.exists(): p.write_text(f'"""{words}"""\n'); run("git", "add", str(p))
R = str(root / ".venv/bin/ruff")
subprocess.run([R, "check", "-q", "--fix", "--select", "I", "plugins", "tests", "bench", "build.py"], cwd=root)
subprocess.run([R, "format", "-q", "plugins", "tests", "bench", "build.py"], cwd=root)
