"""The field's words are read with the day on which each meant what it says."""

from datetime import date
from pathlib import Path

import pytest
from storyguide.reading.glossary import read_glossary

WORD = "words:\n  - word: Social value\n    meaning: Worth beyond the price.\n    as_of: 2026-03-14\n"


def read(root: Path, text: str):
    (root / "stories").mkdir()
    (root / "stories/glossary.yml").write_text(text, encoding="utf-8")
    return read_glossary(root)


def test_an_edition_need_not_have_one(tmp_path: Path):
    assert read_glossary(tmp_path) == ((), ())


def test_words_stand_by_the_alphabet(tmp_path: Path):
    text = WORD + "  - word: asset-based\n    meaning: What there is.\n    as_of: 2026-03-15\n    ended: It has not.\n"

    terms, problems = read(tmp_path, text)

    assert problems == ()
    assert [term.word for term in terms] == ["asset-based", "Social value"]
    assert terms[0].ended == "It has not."
    assert terms[1].as_of == date(2026, 3, 14)


@pytest.mark.parametrize("fact", ["meaning", "as_of"])
def test_a_word_without_its_meaning_or_its_day_is_told_and_left_out(tmp_path: Path, fact: str):
    text = "".join(line + "\n" for line in WORD.splitlines() if f"{fact}:" not in line)

    terms, (problem,) = read(tmp_path, text)

    assert terms == ()
    assert (problem.code, problem.where.line) == ("missing-fact", 2)


def test_a_word_that_stands_there_twice_is_told(tmp_path: Path):
    terms, (problem,) = read(tmp_path, WORD + WORD.replace("words:\n", ""))

    assert len(terms) == 1
    assert problem.code == "listed-twice"


def test_a_misspelt_fact_is_met_with_the_nearest(tmp_path: Path):
    terms, (problem,) = read(tmp_path, WORD + "    endet: yes\n")

    assert problem.mend == "Change it to “ended”."
    assert len(terms) == 1
