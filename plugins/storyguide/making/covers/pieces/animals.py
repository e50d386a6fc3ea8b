"""Animals, large and small; the middle of the foot is the origin."""

from functools import cache

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.shapes import Piece, cut, dots, line, oval, together


@cache
def duck(ink: str, hood: str) -> Piece:
    """A duck upon the water, bound right."""
    return together(
        cut("M-38-18C-30-8-14-16 0-16C14-16 18-26 20-34C32-38 40-28 36-20C40 0 26 8 6 8C-22 8-34-2-38-18Z", ink),
        oval(25, -34, 14, 13, hood),
        cut("M36-38L54-32L37-27Z", "amber"),
        line("M-20-6C-8 2 4 2 10-6", DEEPER[ink], 4),
        dots(((28, -37),), "paper" if hood != "paper" else "ink", 5),
        line("M-46 13h24M-10 16h46", "paper", 3.5),
    )


@cache
def heron() -> Piece:
    """A heron on its legs, 170 high."""
    return together(
        line("M-4 0V-60M10 0V-60", "amber", 5),
        cut("M-56-62C-30-112 10-116 30-96C34-74 10-52-12-54C-30-54-44-58-56-62Z", "stone"),
        line("M26-92C50-110 6-130 26-150", "stone", 14),
        line("M24-154H34M10-160L26-158", "ink", 5),
        cut("M34-158L70-150L34-146Z", "amber"),
        line("M-40-66C-20-86 0-88 14-84", "slate", 5),
    )


@cache
def dog(ink: str, collar: str) -> Piece:
    """A dog, bound right, 80 high."""
    return together(
        line("M-30-10V-34M-16-8V-34M14-8V-34M28-10V-34", ink, 11),
        line("M-38-48C-54-56-54-70-48-76", ink, 9),
        cut("M-42-56C-20-64 10-62 34-56L34-28C10-22-20-22-42-28Z", ink),
        cut("M22-48C14-78 30-90 46-84L68-74C72-64 60-58 50-58L40-44Z", ink),
        cut("M28-84C14-84 10-64 16-54C26-56 34-68 34-80Z", DEEPER[ink]),
        line("M26-46L42-52", collar, 7),
        dots(((48, -74), (68, -72)), "paper" if ink == "ink" else "ink", 6),
    )


@cache
def cat(ink: str) -> Piece:
    """A cat sitting, seen from the front, 84 high."""
    return together(
        line("M22-6C50-2 48-34 40-44", ink, 9),
        cut("M-26 2C-30-30-18-48 0-50C18-48 30-30 26 2Z", ink),
        cut("M-22-54L-24-84L-8-74H8L24-84L22-54C16-40-16-40-22-54Z", ink),
        dots(((-9, -60), (9, -60)), "sun" if ink != "sun" else "ink", 6),
        line("M0-53v3M-28-50l-10 2M28-50l10 2M-6 0V-16M6 0V-16", DEEPER[ink], 3),
    )


@cache
def hen(ink: str) -> Piece:
    """A hen, 60 high."""
    return together(
        line("M-4 0V-12M8 0V-12", "amber", 4),
        cut("M-34-44C-26-30-10-36 2-40L10-58C24-62 32-50 28-38C30-16 14-8-2-8C-22-8-34-24-34-44Z", ink),
        cut("M10-58L10-70L16-64L22-70L24-58Z", "tomato"),
        cut("M28-52L40-46L28-43Z", "amber"),
        dots(((21, -50),), "ink" if ink != "ink" else "paper", 4),
    )


@cache
def fox() -> Piece:
    """A fox sitting, 90 high."""
    return together(
        line("M16-6C50 4 60-22 56-40", "amber", 19),
        line("M57-36L55-46", "paper", 17),
        cut("M-24 2C-30-36-14-52 2-52C20-52 30-30 26 2Z", "amber"),
        cut("M-8 2C-12-26 8-26 8 2Z", "paper"),
        cut("M-26-84L-20-52L0-36L20-52L26-84L8-70H-8Z", "tomato"),
        cut("M-20-54L0-36L20-54L4-50L0-46L-4-50Z", "paper"),
        dots(((-9, -59), (9, -59), (0, -40)), "ink", 5),
    )


@cache
def butterfly(ink: str) -> Piece:
    """A butterfly."""
    return together(
        cut("M0 0C-24-24-30 4-2 4C-22 10-14 26 0 8C14 26 22 10 2 4C30 4 24-24 0 0Z", ink, 0.5),
        line("M0-2V12", "ink", 3.5),
    )
