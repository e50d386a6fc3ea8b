"""What was heard at a session is read out of its block, message by message."""

from storyguide.model.tin import Heard, Message

from tests.reading.test_blocks import only, read

BLOCK = """\
> **Heard:** The *kitchen* table
> When: 14 March 2026
> Where: Millbank
>
> - Nobody knows when the hall is free. (9 people)
>   Since: its times are on the door.
> - The form is too long. (1)
"""


def test_each_message_says_how_many_said_so_and_what_has_happened_since():
    assert only(BLOCK) == Heard(
        line=5,
        session="The <em>kitchen</em> table",
        when="14 March 2026",
        where="Millbank",
        messages=(
            Message(words="Nobody knows when the hall is free.", said=9, since="its times are on the door."),
            Message(words="The form is too long.", said=1),
        ),
    )


def test_a_list_may_have_room_between_its_messages():
    block = only("> **Heard:** The table\n>\n> - One.\n>\n>   Since: two.\n>\n> - Three.")

    assert [(one.words, one.since) for one in block.messages] == [("One.", "two."), ("Three.", "")]


def test_a_number_in_the_middle_counts_nobody():
    block = only("> **Heard:** The table\n>\n> - Of (9 people) two came. (Perhaps)")

    assert block.messages == (Message(words="Of (9 people) two came. (Perhaps)"),)


def test_a_block_that_lists_nothing_is_told():
    _, (problem,) = read("> **Heard:** The table")

    assert problem.code == "nothing-heard"
