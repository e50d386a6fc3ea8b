"""A corpus of made-up stories for benchmarks: the same stories in our layout and in that of each peer.

Story number i is the same whatever the count is, apart from which other stories
it links to, and the same arguments always give the same bytes.
"""

import datetime as dt
import random
import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

FUNCTION_WORDS = """
the of and to a in that it was for on with as we had at by this they from or one but not what all were when
there can more if out so said about who get which their would make like then them some her him into has two our
than been other now my only over could also back after use how work first well way even new want because any
these give day most us where every while before again still each
""".split()

CONTENT_WORDS = """
garden river kitchen market school bridge neighbour grandmother workshop bicycle harvest library choir football
kettle bakery harbour allotment orchard street window letter morning winter summer evening Sunday festival dance
music story photograph recipe soup bread apple pear plum hedge fence gate path hill valley field meadow forest
beach tide boat ferry train bus station road lamp night rain snow storm wind cloud light shadow hand voice laugh
song drum fiddle table chair roof wall door brick timber paint tool hammer saw nail thread needle cloth coat
scarf boot wheel engine battery radio phone screen lesson teacher pupil nurse doctor carer volunteer council
meeting vote budget grant permit plan map sign bench park playground swing pond frog heron swallow fox hedgehog
bee hive honey seed soil compost worm root leaf flower rose bean potato onion carrot pumpkin stall coin jar tin
basket barrow trolley van lorry shed greenhouse glass frost spring autumn moon star sunrise memory promise
secret worry hope courage patience kindness anger grief joy pride trust welcome farewell journey border language
accent passport suitcase village town city island coast mountain farm factory mill mine canal lock weir flood
drought fire rescue repair clean sweep carry lift build mend plant water pick peel chop stir bake taste share
teach learn listen remember forget begin finish wait walk run climb swim row sail ride drive cross return arrive
leave meet greet thank old young small tall quiet loud warm cold bright dark wet dry soft hard heavy broken
empty full open closed early late slow quick gentle stubborn honest shy brave tired
""".split()

THEMES = (
    "food",
    "gardens",
    "repair",
    "music",
    "sport",
    "schools",
    "migration",
    "housing",
    "health",
    "wildlife",
    "water",
    "transport",
    "craft",
    "faith",
    "language",
    "elders",
    "youth",
    "trade",
    "energy",
    "memory",
)
DIMENSIONS = ("belonging", "learning", "making", "caring", "deciding", "sustaining", "playing", "resting")
PLACES = tuple(
    (name, lat, lon)
    for name, lat, lon in (
        ("Alderholt", 50.91, -1.83),
        ("Brackwater", 54.31, -3.02),
        ("Corran Bay", 56.72, -5.24),
        ("Dunmere", 51.37, -2.91),
        ("Eastwick", 51.80, 0.06),
        ("Fennley", 52.41, 0.27),
        ("Garrow", 56.94, -6.22),
        ("Hollinside", 54.93, -1.68),
        ("Inverlaw", 57.55, -4.11),
        ("Juniper Hill", 52.00, -1.16),
        ("Kestrel Green", 53.41, -2.14),
        ("Larkfield", 51.30, 0.45),
        ("Marsh End", 52.93, 0.49),
        ("Northgate", 55.86, -4.25),
        ("Oxbow", 51.75, -1.25),
        ("Penwarden", 50.11, -5.53),
        ("Quarry Bank", 53.34, -2.25),
        ("Ravenscar", 54.40, -0.49),
        ("Saltburn", 54.58, -0.97),
        ("Thornby", 52.33, -1.03),
        ("Upper Leigh", 52.92, -1.96),
        ("Vale Cross", 51.10, -2.27),
        ("Westray", 59.30, -2.95),
        ("Yarrowmouth", 55.53, -2.93),
    )
)
FIRST = """
Amina Bea Carlos Dilys Emeka Farah Grace Hamish Ines Jamal Kirsty Lena Mateus Nadia Owen Priya Rhona Samuel
Tomasz Una Viktor Wanjiru Xiu Yusuf Zofia
""".split()
LAST = """
Adeyemi Baker Campbell Dias Evans Farouk Grant Hussain Iqbal Jones Kowalska Lloyd Mbeki Nowak Okafor Patel Quinn
Reid Singh Taylor Usman Varga Walsh Young
""".split()
ONSETS = "b br c ch d dr f fl g gr h j k l m n p pr r s sh st t th tr v w".split()
NUCLEI = "a ai ar e ea ee er i o oa oo or ou u".split()
CODAS = "ck d ft g l ld ll m n nd ng nt p r rn s sk st t th".split()


def rare_words(count: int = 9000) -> list[str]:
    """A fixed tail of pronounceable words: gives the corpus a natural vocabulary size."""
    rng = random.Random("rare-words")
    seen: dict[str, None] = {}
    while len(seen) < count:
        word = "".join(rng.choice(part) for part in (ONSETS, NUCLEI, CODAS, NUCLEI, CODAS)[: rng.choice((3, 3, 5))])
        if len(word) > 3:
            seen[word] = None
    return list(seen)


RARE = rare_words()


class Writer:
    """Writes one story's text from its own random generator."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def word(self) -> str:
        rng = self.rng
        roll = rng.random()
        if roll < 0.47:
            return FUNCTION_WORDS[int(len(FUNCTION_WORDS) * rng.random() ** 2.2)]
        if roll < 0.93:
            return CONTENT_WORDS[int(len(CONTENT_WORDS) * rng.random() ** 1.4)]
        return RARE[int(len(RARE) * rng.random() ** 2.0)]

    def words(self, count: int) -> str:
        return " ".join(self.word() for _ in range(count))

    def sentence(self, low: int = 7, high: int = 22) -> str:
        text = self.words(self.rng.randint(low, high))
        if self.rng.random() < 0.35:
            cut = text.find(" ", len(text) // 2)
            if cut > 0:
                text = text[:cut] + "," + text[cut:]
        return text[0].upper() + text[1:] + self.rng.choice((".", ".", ".", ".", "!", "?"))

    def paragraph(self, sentences: int) -> str:
        return " ".join(self.sentence() for _ in range(sentences))

    def heading(self) -> str:
        text = self.words(self.rng.randint(2, 6))
        return text[0].upper() + text[1:]


HERE = Path(__file__).parent
AREAS = 4


def slug_of(i: int) -> str:
    """The folder of story number i."""
    rng = random.Random(f"slug-{i}")
    return f"{rng.choice(CONTENT_WORDS)}-{rng.choice(CONTENT_WORDS)}-{rng.choice(RARE)}-{i:05d}".lower()


class Made:
    """One story's parts, before any layout."""

    def __init__(self, i: int, count: int, words: int = 700) -> None:
        rng, links = random.Random(f"1-{i}"), random.Random(f"1-links-{i}")
        w = Writer(rng)
        self.slug = slug_of(i)
        self.place = rng.choice(PLACES)[0]
        self.themes = rng.sample(THEMES, rng.randint(1, 3))
        self.dimensions = rng.sample(DIMENSIONS, rng.randint(1, 3))
        self.date = dt.date(2015, 1, 1) + dt.timedelta(days=rng.randrange(4000))
        self.title = f"{w.heading()[:60]} in {self.place}"
        self.summary = w.sentence(14, 24)[:200]
        self.teller = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
        self.evidence = [w.sentence(8, 14) for _ in self.dimensions]
        self.body = self._body(w, rng, links, count, words)

    def _body(self, w: Writer, rng: random.Random, links: random.Random, count: int, words: int) -> list[str]:
        body, written, section = [w.paragraph(3)], 60, 0
        while written < words:
            section += 1
            block = [f"## {w.heading()}", w.paragraph(rng.randint(3, 5))]
            kind = section % 4
            if kind == 1:
                block.append("\n>\n".join("> " + w.sentence() for _ in range(2)) + f"\n>\n> — *{self.teller}*")
            elif kind == 2:
                block.append("\n".join(f"- **{w.words(2)}**: {w.sentence(5, 12)}" for _ in range(4)))
            elif kind == 3:
                block.append(f"### {w.heading()}")
                block.append("\n".join(f"{n}. {w.sentence(5, 12)}" for n in range(1, 4)))
            else:
                block.append(f"It was *{w.words(3)}*, and `{w.word()}` was the {w.word()} we all used.")
            other = slug_of(links.randrange(count))
            tail = f"{w.sentence()} See also [{w.words(3)}](LINK:{other})."
            if section % 2:
                tail += f" More at [{w.words(2)}](https://www.example.org/{w.word()}/{w.word()})."
            body += [*block, tail]
            written += sum(len(part.split()) for part in block)
        return body

    def text(self, link: str) -> str:
        """The words, with links to other stories written as {slug} put into `link`."""
        return re.sub(r"LINK:([a-z0-9-]+)", lambda m: link.format(slug=m[1]), "\n\n".join(self.body)) + "\n"


def quoted(text: str) -> str:
    """A value that YAML reads as these words, whatever they are."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write_ours(root: Path, count: int) -> None:
    """A whole edition of our own: stories/, edition.yml, mkdocs.yml."""
    _write({"ours": root}, count)


def write_all(folder: Path, count: int, layouts: Sequence[str]) -> None:
    """The same stories for each of these layouts, in a folder of its name."""
    _write({name: folder / name for name in layouts}, count)


def _write(roots: Mapping[str, Path], count: int) -> None:
    for name, root in roots.items():
        root.mkdir(parents=True, exist_ok=True)
        if (HERE / "peers" / name).is_dir():
            shutil.copytree(HERE / "peers" / name, root, dirs_exist_ok=True)
        for path, text in LAYOUTS[name][0]().items():
            _put(root, path, text)
    for i in range(count):
        made = Made(i, count)
        for name, root in roots.items():
            _put(root, *LAYOUTS[name][1](made))


def _put(root: Path, path: str, text: str) -> None:
    """Write a file, or make a folder where the path ends as one."""
    file = root / path
    (file if path.endswith("/") else file.parent).mkdir(parents=True, exist_ok=True)
    if not path.endswith("/"):
        file.write_text(text, encoding="utf-8")


def _ours() -> Mapping[str, str]:
    return {
        "stories/edition.yml": _edition(),
        "stories/frameworks/1-made-up.yml": _framework(),
        "docs/": "",  # it has to be there for MkDocs, with something in it or not
        "mkdocs.yml": (
            "site_name: Story guide\nsite_url: https://example.org/\ntheme: {name: material, font: false}\n"
            "plugins:\n  - storyguide:\n      share_cards: false\n      search: false\n"
            "validation: {nav: {omitted_files: ignore}}\n"
        ),
    }


def _our_story(made: Made) -> tuple[str, str]:
    evidence = "".join(
        f"  {name}: {quoted(sentence)}\n" for name, sentence in zip(made.dimensions, made.evidence, strict=True)
    )
    return f"stories/{made.slug}/story.md", (
        f"---\ntitle: {quoted(made.title)}\nsummary: {quoted(made.summary)}\nstoryteller: {quoted(made.teller)}\n"
        f"place: {quoted(made.place)}\nthemes: [{', '.join(made.themes)}]\ndimensions:\n{evidence}"
        f"told_on: {made.date}\nconsent:\n  given: {made.date}\napproved_on: {made.date}\n"
        f"licence: CC BY-SA 4.0\n---\n\n{made.text('../{slug}/story.md')}"
    )


def _with_terms(made: Made) -> str:
    """The facts of a story as Hugo and Eleventy read them."""
    evidence = "".join(
        f"  - name: {name}\n    sentence: {quoted(sentence)}\n"
        for name, sentence in zip(made.dimensions, made.evidence, strict=True)
    )
    return (
        f"title: {quoted(made.title)}\nsummary: {quoted(made.summary)}\n"
        f"storytellers: [{quoted(made.teller)}]\nplaces: [{quoted(made.place)}]\n"
        f"themes: [{', '.join(made.themes)}]\ndimensions: [{', '.join(made.dimensions)}]\n"
        f"evidence:\n{evidence}date: {made.date}\n"
    )


def _hugo() -> Mapping[str, str]:
    return {"content/stories/_index.md": "---\ntitle: Stories\n---\n"}


def _hugo_story(made: Made) -> tuple[str, str]:
    return f"content/stories/{made.slug}/index.md", f"---\n{_with_terms(made)}---\n\n{made.text('../{slug}/')}"


def _eleventy() -> Mapping[str, str]:
    return {"stories/stories.json": '{"layout": "story.njk"}\n'}


def _eleventy_story(made: Made) -> tuple[str, str]:
    return f"stories/{made.slug}.md", f"---\n{_with_terms(made)}---\n\n{made.text('../{slug}/')}"


def _material() -> Mapping[str, str]:
    return {"docs/index.md": "# Story guide\n\nWelcome.\n", "docs/stories/index.md": "# Stories\n"}


def _material_story(made: Made) -> tuple[str, str]:
    return f"docs/stories/{made.slug}.md", (
        f"---\ntitle: {quoted(made.title)}\ndescription: {quoted(made.summary)}\n"
        f"tags: [{', '.join(made.themes + made.dimensions)}]\ndate: {made.date}\n---\n\n"
        f"# {made.title}\n\n{made.text('{slug}.md')}"
    )


def _blog() -> Mapping[str, str]:
    return {**_material(), "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n"}


def _blog_post(made: Made) -> tuple[str, str]:
    tags = ", ".join((*made.dimensions, quoted(made.place), quoted(made.teller)))
    return f"docs/stories/posts/{made.slug}.md", (
        f"---\ntitle: {quoted(made.title)}\ndescription: {quoted(made.summary)}\ndate: {made.date}\n"
        f"categories: [{', '.join(made.themes)}]\ntags: [{tags}]\n---\n\n"
        f"# {made.title}\n\n{made.summary}\n\n<!-- more -->\n\n{made.text('{slug}.md')}"
    )


LAYOUTS: Mapping[str, tuple[Callable[[], Mapping[str, str]], Callable[[Made], tuple[str, str]]]] = {
    "ours": (_ours, _our_story),
    "hugo": (_hugo, _hugo_story),
    "eleventy": (_eleventy, _eleventy_story),
    "material": (_material, _material_story),
    "blog": (_blog, _blog_post),
}
"""For each: the files round the stories; where a story stands and what is in it."""


def _edition() -> str:
    share = -(-len(PLACES) // AREAS)
    areas = "".join(
        f"  - name: Area {number + 1}\n    places:\n"
        + "".join(
            f'      - {{name: "{name}", point: "{north}, {east}"}}\n'
            for name, north, east in PLACES[number * share : (number + 1) * share]
        )
        for number in range(AREAS)
    )
    scenes = ("kitchen", "allotment", "canal", "chapel", "park", "workshop", "choir", "terrace")
    themes = "".join(
        f"  - {{name: {name}, intro: Stories about {name}., scenes: [{scenes[n % 8]}, {scenes[(n + 3) % 8]}]}}\n"
        for n, name in enumerate(THEMES)
    )
    return (
        "name: The story guide to Anywhere\ntown: Anywhere\nstrapline: The story guide to\n"
        "summary: Made-up stories to measure by.\nlanguage: en-GB\nlicence: CC BY-SA 4.0\n"
        f"contact: {{email: editors@example.org}}\nareas:\n{areas}themes:\n{themes}"
    )


def _framework() -> str:
    dimensions = "".join(
        f"  - name: {name}\n    summary: What {name} looks like.\n    statements: [One of {name}, Two of {name}]\n"
        for name in DIMENSIONS
    )
    return f"name: Made-up dimensions\nframing: In this story there is\nsource: nobody\ndimensions:\n{dimensions}"


if __name__ == "__main__":
    write_all(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
