"""Every word that can be seen on a page is read, and none that cannot."""

from hypothesis import given, settings
from hypothesis import strategies as st
from storyguide.intake.hypertext import read_hypertext
from storyguide.intake.manuscript import Grid, Heading, Listed, Paragraph, Quoted, Run, inlines_of, words_of

TAGS = [
    *(
        "p",
        "div",
        "b",
        "i",
        "a",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "caption",
        "blockquote",
    ),
    *("caption", "h1", "h3", "span", "br", "hr", "section", "dl", "dt", "dd", "s"),
]
SOUP = st.lists(
    st.one_of(
        st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
        st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
        st.integers(0, 999).map(lambda number: f" w{number} "),
        st.sampled_from(["<", "&amp;", "<!-- c -->", "</", "<p", "<!", "<?x?>"]),
    ),
    max_size=60,
)


def words(html: str) -> list[str]:
    return [word for line in inlines_of(read_hypertext(html)) for word in words_of(line).split()]


@settings(max_examples=300)
@given(SOUP.filter(lambda soup: not {"<", "</", "<p", "<!", "<?x?>"} & set(soup)))
def test_no_word_is_lost_or_moved_however_a_page_is_written(soup):
    seen = [part.strip() for part in soup if part.startswith(" w") or part == "&amp;"]

    assert "".join(words("".join(soup))) == "".join(seen).replace("&amp;", "&")


@settings(max_examples=150)
@given(SOUP)
def test_no_page_is_too_odd_to_be_read(soup):
    assert isinstance(read_hypertext("".join(soup)), tuple)


def test_what_cannot_be_seen_is_not_read():
    page = (
        "<script>a</script><style>b</style><p hidden>c</p><p style='DISPLAY : none'>d</p>"
        "<span style='font-size:0px'>e</span><template>f</template><p>seen</p>"
    )

    assert words(page) == ["seen"]


def test_blocks_are_what_they_look_like():
    page = (
        "<h2>One</h2><p>Two <em>three</em></p><ol start=4><li>Four<ul><li>Five</ul></ol>"
        "<blockquote><p>Six</p></blockquote><table><tr><th>8<th>9<tr><td>10<td>11</table>"
    )

    heading, line, listed, quoted, grid = read_hypertext(page)

    assert isinstance(heading, Heading) and heading.level == 2
    assert line == Paragraph((Run("Two "), Run("three", leaning=True)))
    assert isinstance(listed, Listed) and listed.first == 4 and isinstance(listed.items[0][1], Listed)
    assert isinstance(quoted, Quoted)
    assert isinstance(grid, Grid) and len(grid.rows) == 2


def test_a_table_that_only_lays_out_a_page_is_read_as_what_stands_in_it():
    page = "<table><tr><td><h1>One</h1><p>Two</p></td><td><ul><li>Three</ul></td></tr><tr><td>Four</table>"

    assert [type(block) for block in read_hypertext(page)] == [Heading, Paragraph, Listed, Paragraph]
