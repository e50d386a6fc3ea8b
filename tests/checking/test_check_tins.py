"""Tins are compared with themselves, with the stories and with the edition."""

from storyguide.checking.tins import check_tins
from storyguide.checking.use_of_tins import check_use_of_tins
from storyguide.model.register import KnownBarrier, Promise
from storyguide.model.source import Source
from storyguide.model.story import TinUse
from storyguide.model.tin import Lead, SelfCheck, TakeAway, Worksheet

from tests.builders import a_step, a_story, a_tin, an_edition

SHEET = Worksheet(
    slug="our-page", file="worksheet-our-page.md", source=Source("docs/on-the-tin/our-tin/worksheet-our-page.md"),
    title="Our page",
)  # fmt: skip


def told(*tins, stories=()):
    return list(check_tins(an_edition(), tins, stories))


def test_a_sound_tin_has_no_problem():
    offer = TakeAway(name="Our page", file="on-the-tin/our-tin/worksheet-our-page.md")
    check = SelfCheck(framework="anytown-ways")
    step = a_step(blocks=(offer, check), leads=(Lead(to="story:repair-cafe", written="x", line=9),))

    assert told(a_tin(steps=(step,), worksheets=(SHEET,), dimensions=("confident",)), stories=[a_story()]) == []


def test_a_dimension_no_framework_has_is_met_with_the_nearest():
    tin = a_tin(dimensions=("confidant",), lines={"dimensions[0]": 8}, written={"dimensions[0]": "Confidant"})

    (problem,) = told(tin)

    assert (problem.code, problem.where.line, problem.mend) == ("unknown-dimension", 8, "Change it to “Confident”.")


def test_a_framework_the_guide_does_not_have_is_met_with_the_nearest():
    (problem,) = told(a_tin(steps=(a_step(blocks=(SelfCheck(framework="anytown-wais", line=12),)),)))

    assert (problem.code, problem.where.line, problem.mend) == ("unknown-framework", 12, "Change it to “anytown-ways”.")


def test_a_link_to_a_file_that_is_not_there_is_met_with_the_nearest():
    lead = Lead(to="file:on-the-tin/our-tin/1-look-bak.md", written="1-look-bak.md", line=9)

    (problem,) = told(a_tin(leads=(lead,)))

    assert (problem.code, problem.where.line, problem.mend) == ("no-such-page", 9, "Change it to “1-look-back.md”.")


def test_a_link_to_a_story_that_is_not_there_is_met_with_the_nearest():
    lead = Lead(to="story:repair-caffe", written="../../../stories/repair-caffe/", line=9)

    (problem,) = told(a_tin(leads=(lead,)), stories=[a_story()])

    assert problem.mend == "Change it to “../../../stories/repair-cafe/”."


def test_a_link_to_the_address_a_story_had_before_is_sound():
    lead = Lead(to="story:mending-cafe", written="x", line=9)

    assert told(a_tin(leads=(lead,)), stories=[a_story(also_at=("mending-cafe",))]) == []


def test_a_worksheet_nobody_offers_is_told_and_holds_nothing_back():
    (problem,) = told(a_tin(worksheets=(SHEET,)))

    assert (problem.code, problem.blocks) == ("worksheet-not-offered", False)
    assert "> **Take away:** [Our page](worksheet-our-page.md)" in problem.mend


def test_what_is_wrong_with_a_draft_holds_nothing_back():
    (problem,) = told(a_tin(ready=False, dimensions=("xyz",)))

    assert not problem.blocks


def test_a_story_that_used_a_tin_there_is_not_is_met_with_the_nearest():
    story = a_story(tins=(TinUse(tin="our-tim", how="We looked back."),), lines={"tins.our-tim": 12})

    (problem,) = check_use_of_tins(["our-tin"], [story])

    assert (problem.code, problem.where, problem.mend) == (
        "unknown-tin",
        Source("stories/repair-cafe/story.md", 12),
        "Change it to “our-tin”.",
    )


def test_a_guide_without_tins_says_so():
    story = a_story(tins=(TinUse(tin="our-tin", how="We looked back."),))

    (problem,) = check_use_of_tins([], [story])

    assert problem.mend == "Take it out: this guide has nothing On the Tin."


def test_a_link_to_an_entry_that_is_not_there_is_met_with_the_nearest():
    where = Source("stories/promises.yml", 2)
    doors = Promise(slug="hall-times", who="The council", what="To open the doors", source=where)
    edition = an_edition(promises=(doors,))
    sound = Lead(to="entry:promises/hall-times", written="x", line=8)
    amiss = Lead(to="entry:promises/hal-times", written="../../../stories/promises.yml#hal-times", line=9)

    (problem,) = check_tins(edition, (a_tin(leads=(sound, amiss)),), ())

    assert (problem.code, problem.where.line) == ("no-such-page", 9)
    assert problem.mend == "Change it to “../../../stories/promises.yml#hall-times”."


def test_instead_of_a_promise_no_barrier_is_named():
    told_by = Source("stories/barriers.yml", 2)
    pages = KnownBarrier(slug="nine-pages", name="A form of nine pages", what="It has nine.", source=told_by)
    amiss = Lead(to="entry:promises/one-page", written="../../../stories/promises.yml#one-page", line=9)

    (problem,) = check_tins(an_edition(barriers=(pages,)), (a_tin(leads=(amiss,)),), ())

    assert problem.mend == "Look up the file’s name, or take the link out."
