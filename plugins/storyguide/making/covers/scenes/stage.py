"""The sheet a scene is pasted on: what is on it so far, who is there, and the weather."""

from storyguide.making.covers.choosing import Chooser
from storyguide.making.covers.pieces import nature, outdoors
from storyguide.making.covers.pieces.looks import Look, looks
from storyguide.making.covers.pieces.people import passer_by, standing
from storyguide.making.covers.shapes import Piece, Placed, box

WIDE = 800
HIGH = 600
_SKIES = {
    "day": ("sky", "cream", "mist", "rose", "butter", "pond"),
    "dusk": ("rose", "amber", "sun", "coral"),
    "night": ("ink", "deep", "slate"),
    "rain": ("pond", "stone", "mist"),
}
_SAID = {"day": "", "dusk": " at dusk", "night": " at night", "rain": " in the rain"}
_NUMBERS = (
    "nobody",
    "one person",
    "two people",
    "three people",
    "four people",
    "five people",
    "six people",
    "seven people",
    "eight people",
)


class Stage:
    """A sheet 800 by 600, pasted from the back to the front."""

    __slots__ = ("by", "people", "pieces", "weather")

    def __init__(self, key: str) -> None:
        self.by = Chooser(key)
        self.pieces: list[Piece | Placed] = []
        self.people = 0
        self.weather = ""

    def add(
        self, piece: Piece, x: float = 0, y: float = 0, size: float = 1, *, flip: bool = False, turn: float = 0
    ) -> None:
        """Paste a piece on top of what is there."""
        self.pieces.append(Placed(piece, x, y, -size if flip else size, size, turn))

    def cover(self, fill: str, top: int = -10, height: int = 620) -> None:
        """Paper across the whole picture, from a height down."""
        self.pieces.append(box(-10, top, 820, height, fill, 0 if top < 0 else 1))

    def looks(self, count: int, *, young: bool = False, mood: str = "", avoid: str = "") -> list[Look]:
        """So many different people, counted for the description."""
        self.people += count
        return looks(self.by, count, young=young, mood=mood, avoid=avoid)

    def sky(
        self,
        only: tuple[str, ...] = ("day", "day", "day", "day", "dusk", "dusk", "night", "rain"),
        sun_at: tuple[int, int] = (90, 710),
    ) -> None:
        """Sky, and what is up there."""
        by = self.by
        self.weather = by.pick(only)
        ground = by.pick(_SKIES[self.weather])
        self.cover(ground)
        x, y = by.pick((sun_at[0] + by.whole(0, 60), sun_at[1] - by.whole(0, 60))), by.whole(80, 130)
        if self.weather == "night":
            self.add(nature.moon(), x, y, by.pick((1, 1.2, 1.4)))
            return
        if self.weather == "rain":
            self.add(nature.cloud("slate" if ground != "stone" else "ash", 0), 200 + by.whole(-60, 60), 70, 1.9)
            self.add(nature.cloud("paper", 1), 590 + by.whole(-60, 60), 96, 1.6)
            self.add(nature.rain("paper" if ground != "mist" else "pond"))
            return
        if self.weather == "dusk":
            self.add(
                nature.sun(
                    "tomato" if ground not in ("amber", "coral") else "butter",
                    "brick" if ground not in ("amber", "coral") else "sun",
                    84,
                ),
                x,
                y + 80,
            )
        else:
            bright = "tomato" if ground in ("cream", "butter") and by.chance(55) else "sun"
            self.add(nature.sun(bright, "brick" if bright == "tomato" else "tomato", by.pick((58, 66, 76))), x, y)
        away = 800 - x
        if by.chance(70):
            self.add(
                nature.cloud("paper" if ground != "paper" else "mist", by.whole(0, 1)),
                away + by.whole(-50, 50),
                by.whole(60, 130),
                by.pick((1, 1.25)),
            )
            self.add(nature.cloud("paper", by.whole(0, 1)), 400 + by.whole(-70, 70), by.whole(50, 100), 0.75)
        if by.chance(60):
            self.add(nature.birds("ink", by.whole(0, 1)), 400 + by.whole(-150, 150), by.whole(90, 170))

    @property
    def dark(self) -> bool:
        """Whether windows are lit."""
        return self.weather == "night"

    def bunting(self, height: int = 26) -> None:
        """Two lengths of bunting along the top."""
        by = self.by
        split = by.whole(320, 480)
        string = "paper" if self.dark else "ink"
        start = by.whole(0, 4)
        self.add(outdoors.bunting(-20, split // 40 * 40, 34, string, start), 0, height)
        self.add(outdoors.bunting(split // 40 * 40, 820, 34, string, start + 2), 0, height)

    def passers_by(self, places: list[tuple[int, int]], size: float, *, avoid: str = "") -> None:
        """People out and about, the nearest last."""
        for (x, y), look in zip(
            sorted(places, key=lambda spot: spot[1]), self.looks(len(places), avoid=avoid), strict=True
        ):
            flip = x > 400
            self.add(passer_by(self.by, look), x, y, size, flip=flip)
            if self.weather == "rain" and self.by.chance(70):
                self.add(
                    outdoors.umbrella(self.by.pick(("tomato", "sun", "canal", "plum"))), x, y - 220 * size, size * 1.1
                )

    def child(self, x: int, y: int, size: float, *, left: str = "", right: str = "wave", avoid: str = "") -> None:
        """A child."""
        (look,) = self.looks(1, young=True, avoid=avoid)
        self.add(
            standing(look, child=True, left=left or self.by.pick(("down", "wave", "high", "out")), right=right),
            x,
            y,
            size,
        )

    def description(self, subject: str) -> str:
        """The picture in a sentence."""
        who = f" with {_NUMBERS[min(self.people, 8)]}" if self.people else ""
        return f"A paper-cut picture of {subject}{who}{_SAID.get(self.weather, '')}."
