"""Whatever honest people send in honest ways is published rightly, however odd it looks to a computer."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from PIL import Image
from storyguide.site.publish import Published

from tests import pictures
from tests.conftest import built
from tests.hostile.odd_pictures import PICTURES
from tests.site_pages import page_at

WORDS = "We meet on the first Saturday. Somebody always brings a toaster."


@dataclass(frozen=True)
class Honest:
    """One honest story."""

    name: str
    words: str = WORDS
    title: str = "The repair café"
    storyteller: str = "Mo"
    more: str = ""
    """Further facts, as they stand in the file."""
    sent: Callable[[str], bytes] = str.encode
    """How the file's text was saved."""
    shows: str = ""
    """What its page has to say; the words when left out."""
    photo: tuple[str, bytes] = ("", b"")
    """The name its photo was sent by, and its bytes."""
    listed: str = ""
    """The name its facts call the photo by, where that differs."""


def _photo(name: str, data: bytes, listed: str = "", file: str = "bench.jpg") -> Honest:
    return Honest(name, photo=(file, data), listed=listed)


def _made(name: str) -> bytes:
    return PICTURES[name][0]()


def _wide(kind: str, width: int, height: int) -> bytes:
    out = BytesIO()
    pictures.upright(width, height).save(out, kind)
    return out.getvalue()


STORIES = (
    Honest("a mark of byte order", sent=lambda text: b"\xef\xbb\xbf" + text.encode()),
    Honest("line ends of Windows", sent=lambda text: text.replace("\n", "\r\n").encode()),
    Honest("line ends of an old Mac", sent=lambda text: text.replace("\n", "\r").encode()),
    Honest("line ends of all sorts", sent=lambda text: text.replace("\n", "\r\n", 5).encode()),
    Honest("no line end at its end", sent=lambda text: text.rstrip("\n").encode()),
    Honest("many line ends at its end", sent=lambda text: (text + "\n" * 40).encode()),
    Honest("spaces behind every line", sent=lambda text: text.replace("\n", "  \n").encode()),
    Honest(
        "dots to end its facts", sent=lambda text: re.sub(r"^---\n(?=We)", "...\n", text, flags=re.MULTILINE).encode()
    ),
    Honest("spaces behind its dashes", sent=lambda text: text.replace("---\n", "--- \n").encode()),
    Honest("facts in another order", sent=lambda text: _reversed(text).encode()),
    Honest("facts as another program writes them", sent=lambda text: _quoted(text).encode()),
    Honest(
        "letters in parts",
        "Café Zoë is naïve.",
        sent=lambda text: text.replace("é", "e\u0301").replace("ë", "e\u0308").encode(),
        shows="Cafe\u0301 Zoe\u0308 is naïve.",
    ),
    Honest("Gaelic", "Tha sinn a’ coinneachadh gach Disathairne. Ciamar a tha thu?", title="A’ Ghàidhlig san talla"),
    Honest("Irish with dots", "Bímid ag bualadh le ċéile. Slán aḃaile!", title="Áit bheag"),
    Honest("Welsh", "Rydyn ni’n cwrdd bob dydd Sadwrn yn Llanfairpwllgwyngyll.", title="Tŷ’r gymuned"),
    Honest("Gurmukhi", "ਅਸੀਂ ਹਰ ਸ਼ਨੀਵਾਰ ਮਿਲਦੇ ਹਾਂ। ਜੀ ਆਇਆਂ ਨੂੰ!", title="ਸਾਡੀ ਰਸੋਈ", storyteller="ਨੀਲੀ"),
    Honest(
        "Urdu", "ہم ہر ہفتے ملتے ہیں۔ خوش آمدید!", title="ہماری دکان", storyteller="نیلی تتلی", more="language: ur\n"
    ),
    Honest("Arabic with marks of direction", "نلتقي \u200eevery Saturday\u200f في القاعة.", title="مقهى"),
    Honest("pasted from a chat", "Mo \u2068said\u2069 hello to all of us today."),
    Honest("Hebrew with points", "אֲנַחְנוּ נִפְגָּשִׁים בְּשַׁבָּת."),
    Honest("Polish", "Zażółć gęślą jaźń.", title="Łódź na kółkach"),
    Honest("Chinese", "我们每个星期六见面。", title="修理咖啡馆"),
    Honest("Japanese", "土曜日に集まります。ﾊﾝｶｸ too.", title="茶話会"),
    Honest("Thai", "เราพบกันทุกวันเสาร์", title="ตลาดนัด"),
    Honest("Vietnamese", "Chúng tôi gặp nhau vào thứ Bảy.", title="Quán cà phê sửa chữa"),
    Honest(
        "emoji",
        "We made 🍲 for 👨‍👩‍👧‍👦 and 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f 👩🏽‍🚒!",
        title="Soup 🍲 on the steps",
    ),
    Honest("old letters", "Þe olde ſhop ſells ﬁne ﬂour, Æthel said, & œuvres."),
    Honest("apostrophes", "It’s o'clock, ‘tis rock ´n` roll, ʼTis Hawaiʻi, 5′ 3″."),
    Honest("dashes", "Ten-twelve, 10–12, and—well – so − on ‒ it ― goes ⸺ here‑by."),
    Honest("quotation marks", '“So”, ‘so’, «so», „so“, 「so」, "so".'),
    Honest("spaces of all kinds", "At\u00a010\u202fkm in\u2009the\u3000hall.", shows="At 10 km in the hall."),
    Honest("hyphens nobody sees", "Co\u00adoperation at its best."),
    Honest("money and measures", "£5, €5, ½ lb, 20 °C, 3 × 4 m², №7, 100 % ± 5."),
    Honest(
        "figures and stars", "It cost 5*3*2 pounds, a_b_c, 50% off & more; C:\\Users too.", shows="It cost 532 pounds"
    ),
    Honest("sums", "We were 3 < 5 and 7 > 6 and <3 you."),
    Honest("an ampersand by name", "Salt &amp; vinegar, AT&T, R&B.", shows="Salt & vinegar, AT&T, R&B."),
    Honest("brackets", "We [nearly] closed (twice) {once}."),
    Honest(
        "Markdown of every kind",
        "# One\n\n**two** *three* ~~four~~ `five`\n\n- [x] six\n\n1. seven\n\n> eight\n\n"
        "| nine |\n|---|\n| ten |\n\nEleven[^1]\n\n[^1]: Twelve.",
        shows="Twelve.",
    ),
    Honest("a heading underlined", "Our shed\n========\n\nIt is small.", shows="It is small."),
    Honest("a line across", "Before.\n\n* * *\n\nAfter.", shows="After."),
    Honest("two words", "Thank you."),
    Honest("one word", "Soup."),
    Honest(
        "a book",
        "\n\n".join(f"Paragraph {n} of a long, long tale about soup." for n in range(1900)),
        shows="Paragraph 1899 of",
    ),
    Honest("one long paragraph", "and then we had soup, " * 800, shows="and then we had soup"),
    Honest("a title in capitals", title="THE REPAIR CAFÉ!!!"),
    Honest("a title that is a number", title="1953"),
    Honest("a title that is a no", title="No"),
    Honest("a title in quotation marks", title="“Nothing is broken”"),
    Honest("a title with a colon", title="Storm: the night of 1953"),
    Honest("a title with signs", title="Tea & cake @ 3pm #1 (50% off)"),
    Honest("a name with an apostrophe", storyteller="Siobhán O’Neill-O'Brien"),
    Honest("a name of one letter", storyteller="M."),
    Honest("a name Windows keeps", storyteller="Con"),
    Honest("nobody’s name", storyteller="anonymous"),
    Honest(
        "an address in Latin letters of others",
        more='links:\n  - {title: "Über", address: "https://example.org/%C3%BC?a=1&b=%20#x"}\n',
    ),
    Honest(
        "an address in its own letters",
        more='links:\n  - {title: "Bücher", address: "https://bücher.example/straße"}\n',
    ),
    Honest("what it was, in many lines", more="join_in: |\n  Come on a Saturday.\n\n  Bring cake.\n"),
    Honest("remarks among its facts", more="# A remark: [for the editors]\n"),
    _photo("a JPEG of capitals", pictures.jpeg(), file="BENCH.JPG"),
    _photo("a name of capitals in the folder only", pictures.jpeg(), listed="bench.jpg", file="Bench.JPG"),
    _photo("spaces and accents in its name", pictures.jpeg(), file="Our café – May 2026 (2).jpeg"),
    _photo("accents in parts", pictures.jpeg(), listed="caf\u00e9.jpg", file="cafe\u0301.jpg"),
    _photo("letters of another writing in its name", pictures.jpeg(), file="ਫੋਟੋ.jpg"),
    _photo("an ampersand and a quotation mark in its name", pictures.jpeg(), file="Mo & Jo's “bench”.jpg"),
    _photo("a PNG called JPEG", _made("PNG held in way 1")),
    _photo("CMYK", _made("CMYK")),
    _photo("wide colours", _made("colours of its own with a name")),
    _photo("two pictures in one", _made("second picture behind the first")),
    _photo("a film behind the picture", _made("film behind the picture")),
    _photo("a HEIC", _made("HEIC"), file="IMG_0001.HEIC"),
    _photo("an AVIF", _made("AVIF"), file="a.avif"),
    _photo("a WebP", pictures.webp(6), file="a.webp"),
    _photo("a GIF", pictures.moving_gif(), file="a.gif"),
    _photo("a TIFF", pictures.tiff(), file="a.tif"),
    _photo("grey", _made("grey")),
    _photo("sixteen bits", _made("sixteen bits"), file="a.png"),
    _photo("see-through", pictures.see_through_png(), file="a.png"),
    _photo("as small as may be", _wide("JPEG", 200, 200)),
    _photo("one pixel more than a size", _wide("JPEG", 401, 300)),
    _photo("upright and narrow", _wide("JPEG", 220, 2000)),
    _photo("a panorama", _wide("JPEG", 6000, 400)),
    _photo("held to its side", pictures.phone_jpeg(8)),
)


def _file(story: Honest) -> bytes:
    facts = (
        f"title: {json.dumps(story.title, ensure_ascii=False)}\n"
        'summary: "Neighbours mend what others would throw away."\n'
        f"storyteller: {json.dumps(story.storyteller, ensure_ascii=False)}\n"
        "place: Millbank\nthemes: [Music]\ntold_on: 2026-03-14\nconsent:\n  given: 2026-03-01\n"
        f"approved_on: 2026-03-12\nlicence: CC BY-SA 4.0\n{story.more}"
    )
    if story.photo[0]:
        listed = json.dumps(story.listed or story.photo[0], ensure_ascii=False)
        facts += (
            f"photos:\n  - file: {listed}\n    alt: A bench of many colours\n    credit: Mo\n    licence: CC BY 4.0\n"
        )
    return story.sent(f"---\n{facts}---\n{story.words}\n")


def _reversed(text: str) -> str:
    """With the facts that fill one line each the other way round."""
    _, facts, words = text.split("---\n", 2)
    first, rest = facts.split("place:", 1)
    return f"---\nplace:{rest}{''.join(reversed(first.splitlines(keepends=True)))}---\n{words}"


def _quoted(text: str) -> str:
    return text.replace("place: Millbank", '"place": "Millbank"').replace("[Music]", '\n- "Music"')


def _plain(text: str) -> str:
    return re.sub(r"[\s`*~\\\u00ad]+", "", normalize("NFC", unescape(text)))


@dataclass(frozen=True)
class Outcome:
    published: Published
    site: Path


@pytest.fixture(scope="module")
def outcome(drawn_anytown: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Anytown with every honest story, and its site."""
    root = tmp_path_factory.mktemp("honest") / "guide"
    shutil.copytree(drawn_anytown, root)
    for number, story in enumerate(STORIES):
        folder = root / f"stories/honest-{number}"
        folder.mkdir()
        (folder / "story.md").write_bytes(_file(story))
        if story.photo[0]:
            (folder / story.photo[0]).write_bytes(story.photo[1])
    return Outcome(built(root, root.parent / "site"), root.parent / "site")


def test_there_are_as_many_kinds_as_were_asked_for():
    assert len(STORIES) >= 48
    assert len({story.name for story in STORIES}) == len(STORIES)


@pytest.mark.parametrize("number", range(len(STORIES)), ids=[story.name for story in STORIES])
def test_an_honest_story_is_published_rightly(number: int, outcome: Outcome):
    story = STORIES[number]
    file = outcome.site / f"stories/honest-{number}/index.html"

    told = [each for each in outcome.published.problems if each.where.path.startswith(f"stories/honest-{number}/")]
    assert [each.message for each in told] == []
    page = page_at(file)
    assert _plain(story.shows or story.words) in _plain(page.text)
    assert _plain(story.title) in _plain(page.text)
    if story.photo[0]:
        (address,) = {
            at
            for tag, at, given in page.addresses
            if tag == "img"
            and given.get("alt") == "A bench of many colours"
            and "srcset" in given
            and at == given["src"]
        }
        with Image.open((file.parent / address).resolve()) as shown:
            assert min(shown.size) >= 60
    else:
        assert (file.parent / "cover.svg").is_file()
