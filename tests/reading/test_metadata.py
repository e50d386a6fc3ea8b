"""How the facts at the top of a file are told from its words, and what is said of lines that cannot be made out."""

import time

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from storyguide.reading.metadata import read_facts, read_metadata
from storyguide.reading.written import Reading, Several, Text

from tests.reading.files import a_file, problems, read


def facts_of(header: str):
    reading = Reading("stories/edition.yml")
    group = read_facts(header.encode(), reading)
    return (group.values if group else {}), reading.problems


MENDABLE = [
    ("title: Storm: the night of", "colon-in-value", 'title: "Storm: the night of"'),
    ('title: "Storm', "quotation-not-closed", 'title: "Storm"'),
    ('title: "Storm" and after', "words-after-quotation", "title: '\"Storm\" and after'"),
    ("title: @name", "sign-at-start", 'title: "@name"'),
    ("title: *Star*", "sign-at-start", 'title: "*Star*"'),
    ("title: *Star", "sign-at-start", 'title: "*Star"'),
    ("title: &more to come", "sign-at-start", 'title: "&more to come"'),
    ("title: %50 off", "sign-at-start", 'title: "%50 off"'),
    ("title: `x`", "sign-at-start", 'title: "`x`"'),
    ("title: !!python/object/apply:os.system ls", "sign-at-start", 'title: "!!python/object/apply:os.system ls"'),
    ("title: Stall #7 at the fair", "words-after-hash", 'title: "Stall #7 at the fair"'),
    ("title:Storm", "colon-without-space", "title: Storm"),
    ("themes: [making, growing", "bracket-not-closed", "themes: [making, growing]"),
    ("themes: - making", "list-on-one-line", "themes: [making]"),
]


@pytest.mark.parametrize(("line", "code", "better"), MENDABLE)
def test_a_line_that_cannot_be_read_is_met_with_the_line_to_paste(line, code, better):
    _, (problem,) = facts_of(f"kind: told\n{line}\nplace: Millbank\n")

    assert (problem.code, problem.where.line) == (code, 2)
    assert better in problem.mend


@pytest.mark.parametrize(("line", "code", "better"), MENDABLE)
def test_the_line_to_paste_works(line, code, better):
    values, problems = facts_of(f"kind: told\n{better}\nplace: Millbank\n")

    assert not problems
    assert values.keys() == {"kind", line.partition(":")[0], "place"}


def test_a_tab_is_told_once_however_many_lines_have_one():
    values, (problem,) = facts_of("themes:\n\t- making\n\t- growing\n")

    assert (problem.code, problem.where.line) == ("tab", 2)
    assert "“- making”" in problem.message
    assert values["themes"] == Several((Text("making", 2), Text("growing", 3)), 2)


def test_a_dash_without_its_space_is_told_with_the_line_to_write():
    values, (problem,) = facts_of("themes:\n  -making\n  -growing\n")

    assert (problem.code, problem.mend) == ("dash-without-space", "Write: - making")
    assert len(values["themes"].items) == 2


def test_one_slip_hides_no_other():
    text = 'title: Storm: a night\nsummary: "Rain\nplace: @home\nthemes:\n\t- making\nlicence:CC BY 4.0\n'

    values, problems = facts_of(text)

    assert [problem.where.line for problem in problems] == [1, 2, 3, 5, 6]
    assert values["title"] == Text("Storm: a night", 1)
    assert values["licence"] == Text("CC BY 4.0", 6)


def test_a_fact_written_twice_names_both_lines_and_the_first_is_read():
    values, (problem,) = facts_of("title: One\nplace: Millbank\ntitle: Two\n")

    assert (problem.code, problem.where.line) == ("written-twice", 3)
    assert "line 1" in problem.message
    assert "line 3" in problem.message
    assert values["title"].written == "One"


@pytest.mark.parametrize("word", ["no", "on", "1953", "12:30", "0777", "1e3", "2026-03-14", "No", "-5", "007"])
def test_a_word_stays_as_it_was_written(word):
    values, problems = facts_of(f"title: {word}\n")

    assert not problems
    assert values["title"] == Text(word, 1)


@pytest.mark.parametrize("nothing", ["", "~", "null", "[]", "{}", '""', "[~, null]"])
def test_an_empty_value_is_an_absent_value(nothing):
    values, problems = facts_of(f"title: x\naccess: {nothing}\n")

    assert not problems
    assert "access" not in values


def test_a_remark_is_not_mistaken_for_lost_words():
    values, problems = facts_of("# for editors\ntitle: Mending # a remark\n")

    assert not problems
    assert values["title"].written == "Mending"


@pytest.mark.parametrize("text", ["a: &x [1]\nb: *x\n", "a: &a [*a]\n", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n"])
def test_nothing_points_elsewhere_in_the_file(text):
    _, problems = facts_of(text)

    assert problems


@pytest.mark.parametrize("text", ["a: " + "[" * 5000, "a: " + "[" * 20 + "]" * 20, "- " * 3000, "? " * 3000 + "a"])
def test_stairs_of_lists_are_refused_and_nothing_breaks(text):
    _, problems = facts_of(text)

    assert problems


def test_facts_beyond_any_need_are_not_looked_at():
    (problem,) = problems(a_file(access="x" * 40_000))

    assert problem.code == "facts-too-long"


@pytest.mark.parametrize("change", [
    lambda text: "\ufeff" + text,
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("\n", "\r"),
    lambda text: text.replace("---\nWe", "...\nWe"),
    lambda text: text.replace("---\n", "---  \n"),
])  # fmt: skip
def test_what_other_programs_do_to_a_file_does_no_harm(change):
    story, told = read(change(a_file()))

    assert not told
    assert story.title == "The repair café"


def test_the_words_keep_their_line():
    (problem,) = problems(a_file(words="One line.\n\nWrite to mo@example.org about it.\n"))

    assert problem.where.line == a_file().count("\n") + 2


def test_a_file_saved_in_another_way_is_told_with_its_first_bad_line_and_read_on():
    _, told = read(a_file(licence="CC BYE").encode("cp1252"))

    assert (told[0].code, told[0].where.line) == ("not-utf-8", 2)
    assert "save as UTF-8" in told[0].mend
    assert told[1].code == "unknown-licence"


def test_a_file_of_two_byte_letters_is_told_to_be_saved_as_utf_8():
    story, (problem,) = read(a_file().encode("utf-16"))

    assert problem.code == "not-utf-8"
    assert story.title == "The repair café"


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x7f", "\x85", "\ufeff", "\u202e", "\U000e0041"])
def test_an_invisible_sign_is_told_with_line_and_column(sign):
    _, told = read(a_file(access=f"by {sign}appointment"))

    (problem,) = told
    assert (problem.code, problem.where.line) == ("invisible-sign", 12)
    assert "letter 12" in problem.message


def test_a_flag_is_no_invisible_sign():
    story, told = read(a_file(title='"Croeso \U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"'))

    assert not told
    assert story.title.endswith("\U000e007f")


def test_a_title_of_spaces_is_no_title():
    _, (problem,) = read(a_file(title='"   "'))

    assert problem.code == "missing-fact"


@pytest.mark.parametrize(("text", "code"), [
    ("", "empty-file"),
    ("\n\n", "empty-file"),
    ("Just words.\n", "no-facts"),
    ("---\n---\nWords.\n", "no-facts"),
    ("---\n- a\n- b\n---\nWords.\n", "unreadable-line"),
    ("---\nhello\n---\nWords.\n", "unreadable-line"),
    ('+++\ntitle = "x"\n+++\nWords.\n', "plus-signs"),
])  # fmt: skip
def test_a_file_without_facts_is_told_once_how_to_begin(text, code):
    story, (problem,) = read(text)

    assert story is None
    assert problem.code == code


@pytest.mark.parametrize(("text", "code"), [
    ("\n" + a_file(), "opening-not-first"),
    ("-" + a_file(), "opening-not-first"),
    ("—" + a_file()[3:], "opening-not-first"),
    (a_file().replace("---\nWe", "\nWe"), "facts-not-closed"),
])  # fmt: skip
def test_dashes_nearly_right_are_told_and_the_rest_is_read(text, code):
    story, (problem,) = read(text)

    assert problem.code == code
    assert story.title == "The repair café"


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(b"---\n\xff\n---\n")
def test_any_bytes_give_facts_or_a_problem(data):
    reading = Reading("stories/x/story.md")

    metadata = read_metadata(data, reading)

    assert metadata or reading.problems


@pytest.mark.parametrize("header", [
    'a: "' + "x" * 31_000, "a: [" + "x, " * 10_000, "photos:\n" + "\t- file: a: b\n" * 2_000, "a: *b\n" * 5_000,
    "a:\n" + "  -b\n" * 6_000, "a: '" + "0 " * 15_000 + "'", "a\n" * 15_000, "a:" * 15_000,
])  # fmt: skip
def test_the_worst_of_headers_is_done_with_in_a_moment(header):
    begun = time.process_time()

    told = problems(f"---\n{header}\n---\n{'0' * 90_000}\n")

    assert told
    assert time.process_time() - begun < 20  # of the processor's own seconds, which a busy machine makes no more


YAML_PIECES = st.sampled_from(
    [*"abc:-#*&!%@`'\"[]{},|>?\t \n", "title: ", "themes:\n", "  - ", ": ", "- ", "---\n", "...\n", "\u2028", "é", "“"]
)


@given(st.lists(YAML_PIECES, max_size=40).map("".join))
@settings(max_examples=300)
def test_any_mess_of_signs_gives_facts_or_a_problem(header):
    reading = Reading("stories/x/story.md")

    metadata = read_metadata(f"---\n{header}\n---\nWords.\n".encode(), reading)

    assert metadata or reading.problems


PRINTABLE = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=60)


@given(PRINTABLE.map(lambda text: " ".join(text.split())).filter(bool))
def test_any_text_between_quotation_marks_comes_back_as_it_was(text):
    values, problems = facts_of("title: '" + text.replace("'", "''") + "'\n")

    assert not problems
    assert values["title"].written == text


CURLY = "“”„‟«»＂「」『』‘’‚‹›"


@given(PRINTABLE.filter(lambda text: text.strip() and not {text[0], text[-1]} & set(CURLY)))
def test_any_text_another_program_writes_comes_back_as_it_was(text):
    written = yaml.safe_dump({"title": text}, allow_unicode=True, width=1000)

    values, problems = facts_of(written)

    assert not problems
    assert values["title"].written == text


@pytest.mark.parametrize("opening", ["—", "***", "\u00a0\n---", "---\u00a0", "<!-- a remark -->\n---", "\n\n---"])
def test_facts_that_begin_with_another_line_are_read_and_only_that_line_is_told_of(opening):
    (problem,) = problems(a_file().replace("---", opening, 1))

    assert problem.code == "opening-not-first"


@pytest.mark.parametrize("closing", ["—", "***", "---\u00a0", "--", "+++"])
def test_facts_that_end_with_another_line_are_read_and_only_that_line_is_told_of(closing):
    (problem,) = problems(a_file().replace("\n---\n", f"\n{closing}\n"))

    assert problem.code == "facts-not-closed"
