"""What is gathered of a text in one pass says the same as a look at the whole of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storyguide.reading.signs import rare_signs, without_common, word_count


@given(st.text(alphabet="aé’ \t\n\x0b\x1c\x85\u00a0\u2003\u2028\u3000—.*x1"))
def test_as_many_words_are_counted_as_stand_between_spaces_of_any_sort(text: str):
    assert word_count(text) == len(text.split())


@given(st.text(), st.text(), st.text())
def test_what_stands_in_a_text_is_left_of_it_as_it_is_left_by_itself(before: str, sought: str, after: str):
    assert without_common(sought) in rare_signs(before + sought + after)


@pytest.mark.parametrize("text", ["::: tip", "  ::: tip", "\n\n::: tip", "Tea\n::: tip"])
def test_a_line_begins_behind_the_end_of_another_wherever_it_stands(text: str):
    assert b"\n:::" in rare_signs(text)
