"""A story's facts, read by their table: what becomes of each, and what is said of each fault."""

from datetime import date

import pytest
from storyguide.model.framework import Evidence
from storyguide.model.people import DAY_TO_FILL_IN, Consent, Storyteller
from storyguide.model.photo import Photo
from storyguide.model.place import Point, Precision
from storyguide.model.story import Barrier, Difference, Kind, Notice, Recognition, Reference, Status, TinUse
from storyguide.reading.groups import ALWAYS
from storyguide.reading.story_fields import STORY_FIELDS, TOLD

from tests.reading import files
from tests.reading.files import FACT_FILE, a_file, photos, problems, read

A_TOLD_STORY_NEEDS = [name for name, row in STORY_FIELDS.items() if row.needed in (ALWAYS, TOLD)]


def codes(text):
    return [problem.code for problem in problems(text)]


def test_a_sound_story_is_read_without_a_word():
    story, told = read(a_file())

    assert not told
    assert story.places == ("millbank",)
    assert story.themes == ("making", "growing")
    assert story.storyteller == Storyteller(slug="mo", name="Mo")
    assert story.consent == Consent(given=date(2026, 3, 1))
    assert (story.kind, story.status, story.words.count) == (Kind.TOLD, Status.READY, 11)


def test_a_sound_fact_file_is_read_without_a_word():
    story, told = read(a_file(FACT_FILE))

    assert not told
    assert story.sources[0].accessed == date(2026, 3, 14)


def test_the_examples_of_the_table_are_themselves_sound():
    examples = [row.example for row in STORY_FIELDS.values() if row.name != "sources"]

    story, told = read("---\n" + "\n".join(examples).replace(DAY_TO_FILL_IN, "2026-03-01") + "\n---\nWords.\n")

    assert not told
    assert story.tins == (TinUse(tin="reflective-practice", how="We ask its three questions after each session."),)
    assert story.offers == (Notice(text="A spare lathe", until=date(2026, 12, 31)),)
    assert story.barriers == (Barrier(barrier="rent", eased_by="the library lent us a room"),)
    assert story.assets == (("skills", "soldering, patience"),)
    assert story.recognition == (Recognition(award="Volunteers of the year", year="2024"),)
    assert story.difference == Difference(what="Fewer toasters thrown away")
    assert story.photos == (Photo(file="bench.jpg", alt="A workbench", credit="Mo", licence="CC BY-SA 4.0"),)
    assert story.links == (Reference(title="Our page", address="https://example.org/"),)
    assert story.also_at == ("mending-cafe",)


@pytest.mark.parametrize("name", A_TOLD_STORY_NEEDS)
def test_a_missing_fact_is_told_with_what_to_write(name):
    (problem,) = problems(a_file(**{name: None}))

    assert problem.message == f"The story has no “{name}”."
    assert problem.mend.startswith("Add ")
    assert problem.mend.endswith(STORY_FIELDS[name].example)


def test_an_empty_fact_is_a_missing_one_and_keeps_its_line():
    (problem,) = problems(a_file(title=""))

    assert (problem.code, problem.where.line) == ("missing-fact", 2)


def test_a_fact_file_needs_sources():
    assert codes(a_file(FACT_FILE, sources=None)) == ["missing-fact"]


@pytest.mark.parametrize(("name", "value"), [("storyteller", "Mo"), ("consent", "\n  given: 2026-03-01")])
def test_a_fact_file_has_no_storyteller(name, value):
    assert codes(a_file(FACT_FILE, **{name: value})) == ["fact-file-speaks"]


@pytest.mark.parametrize(("source", "code"), [
    ("title: A page\n    address: https://example.org/", "source-undated"),
    ("title: A page\n    as_of: 2019", "source-without-address"),
    ("address: https://example.org/\n    as_of: 2019", "missing-fact"),
])  # fmt: skip
def test_a_fact_files_source_can_be_looked_up(source, code):
    assert codes(a_file(FACT_FILE, sources=f"\n  - {source}")) == [code]


@pytest.mark.parametrize(("written", "near"), [
    ("titel", "title"), ("tilte", "title"), ("colaborators", "collaborators"), ("traslator", "translator"),
    ("concent", "consent"), ("Summary", "summary"), ("theme", "themes"),
])  # fmt: skip
def test_an_unknown_fact_is_met_with_the_nearest(written, near):
    value = files.TOLD.get(near, "x")
    (problem,) = problems(a_file(**{near: None, written: value}))

    assert (problem.code, problem.mend) == ("unknown-fact", f"Change it to “{near}”.")


def test_a_fact_nobody_can_guess_is_met_with_all_there_are():
    (problem,) = problems(a_file(zebras="x"))

    assert problem.mend.startswith("Take it out, or choose from: title, ")


def test_a_misspelt_fact_that_is_there_already_is_not_to_be_written_twice():
    (problem,) = problems(a_file(titel="x"))

    assert problem.mend == "Take it out, or add what it says to “title”, which is there already."


def test_a_misspelt_fact_is_read_as_the_one_that_was_meant():
    text = a_file(summary=None, sumary="Neighbours mend.", location='"51.4491, -1.2498"', precison="hidden")

    story, told = read(text)

    assert [problem.code for problem in told] == ["unknown-fact", "unknown-fact"]
    assert (story.summary, story.location) == ("Neighbours mend.", None)


def test_an_unknown_fact_of_a_photo_is_met_with_the_nearest():
    (problem,) = problems(a_file(photos=photos(captoin="x")))

    assert problem.mend == "Change it to “caption”."


@pytest.mark.parametrize("written", ["anonymous", "Anonymous", "\n  name: anonymous\n  about: a volunteer"])
def test_a_storyteller_who_asked_not_to_be_named_is_not(written):
    story, told = read(a_file(storyteller=written))

    assert not told
    assert (story.storyteller.slug, story.storyteller.name) == ("", "A storyteller who asked not to be named")


def test_a_storytellers_photo_is_one_of_the_photos():
    (problem,) = problems(a_file(storyteller="\n  name: Mo\n  photo: bnch.jpg", photos=photos()))

    assert (problem.code, problem.mend) == ("storyteller-photo-unlisted", "Change it to “bench.jpg”.")


def test_names_keep_how_and_where_they_were_written():
    story, _ = read(a_file(themes="\n  - Making & mending\n  - Food", dimensions="\n  Confident: We run the till."))

    assert story.themes == ("making-and-mending", "food")
    assert story.written["themes[0]"] == "Making & mending"
    assert story.where("themes[1]").line == story.where("themes").line + 2
    assert story.evidence == (Evidence(dimension="confident", sentence="We run the till."),)
    assert story.written["dimensions.confident"] == "Confident"
    assert story.where("dimensions.confident").line == story.where("dimensions").line + 1


def test_no_stays_a_word_in_a_list():
    story, told = read(a_file(themes="[no, on]"))

    assert not told
    assert story.themes == ("no", "on")


@pytest.mark.parametrize("written", ["Making, Growing", "Making; Growing", "Making;Growing;"])
def test_names_with_commas_between_are_told_with_the_brackets_to_put_round_them(written):
    story, (problem,) = read(a_file(themes=written))

    assert problem.mend == "Put square brackets round them: themes: [Making, Growing]"
    assert story.themes == ("making", "growing")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org/kites", "https://example.org/kites"),
        ("http://example.org/kites", "http://example.org/kites"),
        ("www.example.org", "https://www.example.org"),
    ],
)
def test_a_link_that_is_an_address_alone_is_told_with_it_in_its_place(written, address):
    (problem,) = problems(a_file(links=written))
    mended = problem.mend.removeprefix("Write it like this:\nlinks:")

    story, told = read(a_file(links=mended))

    assert not told
    assert [link.address for link in story.links] == [address]


@pytest.mark.parametrize(
    ("written", "choice"),
    [
        *(("published", "ready"), ("Public", "ready"), ("hidden", "draft"), ("private", "draft")),
        *(("removed", "withdrawn"), ("Taken down", "withdrawn"), ("retired", "withdrawn")),
    ],
)
def test_a_status_of_other_programs_is_told_with_the_guides_own(written, choice):
    (problem,) = problems(a_file(status=written))

    assert problem.mend == f"Change it to “{choice}”."


def test_a_third_place_is_one_too_many():
    assert codes(a_file(place="[Millbank, Northgate, Southgate]")) == ["too-many"]


@pytest.mark.parametrize("value", ["confident", "[confident]", "\n  confident:"])
def test_a_dimension_without_its_sentence_is_refused(value):
    (problem,) = problems(a_file(dimensions=value))

    assert problem.code == "no-sentence"
    assert "“confident”" in problem.message


def test_a_point_is_published_no_closer_than_was_agreed():
    precisions = [None, "exact", "street", "area", "hidden"]

    points = [read(a_file(location='"51.4491234, -1.2498765"', precision=each))[0].location for each in precisions]

    assert points == [Point(51.45, -1.25), Point(51.44912, -1.24988), Point(51.449, -1.25), Point(51.45, -1.25), None]


def test_a_point_whose_precision_cannot_be_read_is_shown_no_closer_than_an_area():
    story, _ = read(a_file(location='"51.4491234, -1.2498765"', precision="exakt"))

    assert (story.precision, story.location) == (Precision.AREA, Point(51.45, -1.25))


@pytest.mark.parametrize(("changes", "code"), [
    ({"alt": None}, "missing-alt"),
    ({"alt": None, "decorative": "no"}, "missing-alt"),
    ({"credit": None}, "missing-fact"),
    ({"licence": None}, "missing-fact"),
    ({"people": "adults"}, "missing-permission"),
    ({"people": "adults", "permission": "no"}, "missing-permission"),
    ({"people": "adults", "permission": "not yet"}, "missing-permission"),
    ({"people": "children"}, "missing-permission"),
    ({"people": "children", "permission": "they all said yes"}, "missing-guardian"),
    ({"people": "kids"}, "not-a-choice"),
])  # fmt: skip
def test_a_photo_without_what_it_needs_holds_its_story_back(changes, code):
    (problem,) = problems(a_file(photos=photos(**changes)))

    assert problem.code == code
    assert problem.blocks


@pytest.mark.parametrize("changes", [
    {"alt": None, "decorative": "true"},
    {"people": "none"},
    {"people": "adults", "permission": "both agreed by letter"},
    {"people": "children", "permission": "a parent of each child agreed in writing"},
])  # fmt: skip
def test_a_photo_with_what_it_needs_is_sound(changes):
    assert not problems(a_file(photos=photos(**changes)))


@pytest.mark.parametrize("name", [
    "../bench.jpg", "/etc/passwd.jpg", "a/b.jpg", "C:\\x.jpg", "https://example.org/x.jpg", "bench", "bench.svg",
    ".jpg",
    "x.php",
])  # fmt: skip
def test_a_photo_lies_beside_its_story(name):
    (problem,) = problems(a_file(photos=photos(file=f'"{name}"'.replace("\\", "\\\\"))))

    assert problem.code == "not-a-photo-name"
    assert not problem.blocks


@pytest.mark.parametrize(("name", "value", "what"), [
    ("organisation", "Menders, mo@example.org", "an e-mail address"),
    ("storyteller", "\n  name: Mo\n  about: ring 01632 960 123", "a phone number"),
    ("access", "call +44 1632 960123 first", "a phone number"),
    ("access", "at AB1 2XY", "a full postcode"),
])  # fmt: skip
def test_a_private_way_to_reach_somebody_is_told(name, value, what):
    (problem,) = problems(a_file(**{name: value}))

    assert problem.code == "contact-details"
    assert what in problem.message


def test_a_private_way_to_reach_somebody_is_told_in_the_words_too():
    (problem,) = problems(a_file(words="We meet at ten.\n\nWrite to mo@example.org or come.\n"))

    assert problem.code == "contact-details"


@pytest.mark.parametrize("changes", [
    {"join_in": "Write to hello@example.org, ring 01632 960123, or come to AB1 2XY."},
    {"links": "\n  - title: On a network\n    address: https://social.example/@menders"},
    {"happened": "2014 to 2016", "access": "charity 1088888, founded 2006-03-14, 0 to 99 years"},
    {"words": "In 2012 we mended 1,234 toasters; 20 of us came on 2012-03-14 at 10.30.\n"},
])  # fmt: skip
def test_what_is_public_or_no_contact_is_let_through(changes):
    assert not problems(a_file(**changes))


def test_every_problem_of_a_file_is_told_at_once():
    text = a_file(
        title="Storm: a night", told_on="31/01/1953", colaborators="Jo", licence="CC BYE", photos=photos(alt=None)
    )

    assert sorted(codes(text)) == ["colon-in-value", "missing-alt", "not-a-day", "unknown-fact", "unknown-licence"]


def test_a_story_is_given_in_spite_of_problems_that_leave_it_whole():
    story, told = read(a_file(colaborators="Jo", approved_on=None))

    assert len(told) == 2
    assert story.title == "The repair café"


SEEDED = {
    "colon in a title": (a_file(title="Storm: the night of"), 2, 'title: "Storm: the night of"'),
    "misspelt key": (a_file(sumary="Neighbours mend.", summary=None), 11, "“summary”"),
    "bad date": (a_file(told_on="31/01/1953"), 7, "told_on: 1953-01-31"),
    "tab": (a_file(themes="\n\t- Making"), 7, "space bar"),
    "duplicate key": (a_file().replace("place:", "title: Again\nplace:"), 5, "delete the other"),
    "missing alt": (a_file(photos=photos(alt=None)), 13, "alt: "),
    "missing consent": (a_file(consent=None), 2, f"consent:\n  given: {DAY_TO_FILL_IN}"),
}  # fmt: skip


@pytest.mark.parametrize("fault", SEEDED)
def test_a_seeded_fault_is_one_problem_with_its_line_and_a_mend(fault):
    text, line, mend = SEEDED[fault]

    (problem,) = problems(text)

    assert problem.where.line == line
    assert mend in problem.mend
    assert not {"yaml", "parse", "invalid", "null", "scalar"} & set(f"{problem.message} {problem.mend}".lower().split())
