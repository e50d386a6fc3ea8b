"""A tin with every kind of block in it, and the papers and files made of it."""

from typing import Any

from storyguide.making.downloads.contents import Papers
from storyguide.making.downloads.paper import Paper
from storyguide.model.guide import Guide
from storyguide.model.source import Source
from storyguide.model.story import Reference
from storyguide.model.tin import (
    Activity,
    Block,
    Checklist,
    Heard,
    Imagine,
    Message,
    Plan,
    Prose,
    SelfCheck,
    TakeAway,
    Tin,
    Voice,
    Worksheet,
    Write,
)

from tests.builders import a_guide, a_step, a_tin

ADDRESS = "https://anytown.example/"
PROSE = (
    '<h2 id="s-why">Why bother</h2>\n<p>Some <strong>strong</strong>, <em>leaning</em> and <del>gone</del> words,'
    "<br>\nand <code>x = 1</code>.<sup>2</sup></p>\n<h3>Smaller yet</h3>\n"
    '<ul>\n<li>apples</li>\n<li>pears\n<ol start="3">\n<li>third</li>\n</ol>\n</li>\n</ul>\n'
    "<blockquote>\n<p>Quoted by the way.</p>\n</blockquote>\n<pre><code>one\n  two\n</code></pre>\n<hr />\n"
    '<table>\n<thead>\n<tr>\n<th scope="col">Stop</th>\n<th scope="col">We like</th>\n</tr>\n</thead>\n<tbody>\n'
    '<tr>\n<td>the gate</td>\n<td></td>\n</tr>\n</tbody>\n</table>\n<p><a href="https://else.example/">Elsewhere</a>, '
    '<a href="story:repair-cafe">a story</a>, <a href="#s-why">above</a> and '
    '<a href="file:on-the-tin/our-tin/worksheet-our-page.md">the page</a>.</p>\n'
)
BLOCKS: dict[str, tuple[Block, str]] = {
    "prose": (Prose(html=PROSE), "Quoted by the way."),
    "write": (
        Write(question="What happened on Monday?", lines=4, more="<p>Be brief.</p>\n"),
        "What happened on Monday?",
    ),
    "voice": (Voice(words="<p>It was the kettle.</p>", credit="Mo, who mends"), "Mo, who mends"),
    "imagine": (Imagine(prompt="<p>You hold the only key.</p>\n"), "You hold the only key."),
    "try": (Activity(title="Walk round", time="ten minutes", needs="a coat", more="<p>Go out.</p>\n"), "Walk round"),
    "check": (Checklist(title="Before you go", items=("the kettle is off", "the key")), "the kettle is off"),
    "plan": (Plan(question="Who will do it?", rows=2), "Who will do it?"),
    "self-check": (SelfCheck(framework="anytown-ways"), "We say when we cannot help."),
    "heard": (
        Heard(session="The kitchen table", when="14 March", messages=(Message(words="Dark.", said=9, since="No."),)),
        "Nine people said so.",
    ),
    "take": (TakeAway(name="Our page", file="on-the-tin/our-tin/worksheet-our-page.md"), "A worksheet, 1 side of A4."),
}
"""Each kind of block, and something of it that must be on every paper."""


def a_sheet(**changes: Any) -> Worksheet:
    """A worksheet of one question, for one side of A4."""
    sound: dict[str, Any] = {
        "slug": "our-page",
        "file": "worksheet-our-page.md",
        "source": Source("docs/on-the-tin/our-tin/worksheet-our-page.md"),
        "title": "Our page",
        "summary": "One page for one day.",
        "pages": 1,
        "blocks": (Write(question="What will we do now?", lines=3),),
    }
    return Worksheet(**(sound | changes))


def a_full_tin(**changes: Any) -> Tin:
    """A tin with every kind of block in its step, and a worksheet."""
    sound: dict[str, Any] = {
        "steps": (a_step(blocks=tuple(block for block, _ in BLOCKS.values())),),
        "worksheets": (a_sheet(),),
        "sources": (Reference(title="A book", address="https://book.example/", claim="the idea"),),
        "made_by": "Anytown’s neighbours",
    }
    return a_tin(**(sound | changes))


def a_full_guide(tin: Tin | None = None) -> Guide:
    """A guide with that tin, and the framework it asks about."""
    return a_guide(tins=(tin or a_full_tin(),))


def a_whole(tin: Tin | None = None, address: str = ADDRESS) -> Paper:
    """The paper of a whole tin."""
    guide = a_full_guide(tin)
    return Papers(guide, address).whole(guide.tins[0])


def a_paper(*blocks: Block) -> Paper:
    """The paper of a worksheet made of these blocks."""
    guide = a_full_guide(a_full_tin(worksheets=(a_sheet(blocks=blocks),)))
    return Papers(guide, ADDRESS).worksheet(guide.tins[0], guide.tins[0].worksheets[0])
