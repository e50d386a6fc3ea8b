"""News: the list of posts, a page for each, and the same by month, by category and by who wrote them."""

from calendar import month_name
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from storyguide.making import addresses, pictures
from storyguide.making.cards import Cards
from storyguide.making.lines import Pages, Step
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.model.guide import Guide

if TYPE_CHECKING:
    from storyguide.model.news import Post

NEWS = addresses.of_news()
STYLES: Mapping[str, object] = {"styles": ["news.css"]}
"""What the frame of such a page needs to know."""
PER_PAGE = 12
_CRUMB: Step = ("News", NEWS)


def make_news(guide: Guide, cards: Cards) -> Iterator[OutputPage]:
    """Every page of the news; where there is none, one page that says so."""
    listed = _Lists(guide)
    awaited = [post for post in guide.posts if post.is_awaited(guide.day)]
    yield from listed.make(
        NEWS,
        [post for post in guide.posts if post not in awaited],
        title="News",
        intro=f"What is new in the guide to {guide.edition.town}, and what became of its stories.",
        awaited=awaited,
        archive=True,
        search="page",
    )
    for number, post in enumerate(guide.posts):
        newer = guide.posts[number - 1] if number else None
        older = guide.posts[number + 1] if number + 1 < len(guide.posts) else None
        yield _post(post, guide, cards, newer, older)
    months = [(month, tuple(posts)) for month, posts in groupby(guide.posts, key=lambda post: post.month)]
    for (year, month), posts in months:
        name = f"{month_name[month]} {year}"
        yield from listed.make(
            addresses.of_news_month(year, month), posts, title=f"News of {name}", intro="", crumb=name
        )
    for category in guide.edition.news_categories:
        if posts := tuple(post for post in guide.posts if post.category == category.slug):
            url = addresses.of_news_category(category.slug)
            yield from listed.make(url, posts, title=f"News: {category.name}", intro="", crumb=category.name)
    for slug, name in _writers(guide).items():
        posts = tuple(post for post in guide.posts if post.by_slug == slug)
        url = addresses.of_news_by(slug)
        yield from listed.make(url, posts, title=f"News by {name}", intro="", crumb=name)


class _Lists:
    """Makes the lists of posts of one guide."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._soon = [post for post in guide.posts if post.is_awaited(guide.day)]
        self._categories = {category.slug: category.name for category in guide.edition.news_categories}

    def make(
        self,
        url: str,
        posts: "Sequence[Post]",
        *,
        title: str,
        intro: str,
        crumb: str = "",
        awaited: "Sequence[Post]" = (),
        archive: bool = False,
        search: str = "",
    ) -> Iterator[OutputPage]:
        """The pages of one list: the first at its own address, the others at page/2/ and on beneath it."""
        last = max(1, -(-len(posts) // PER_PAGE))
        for number in range(1, last + 1):
            here = _address(url, number)
            yield make_page(
                "news.html",
                f"{url}index.md" if number == 1 else here.removesuffix("/") + ".md",
                title=title if number == 1 else f"{title}, page {number}",
                description=intro or f"{title}, from {self._guide.edition.name}.",
                section=NEWS,
                search=search if number == 1 and self._guide.posts else "",
                meta=STYLES,
                crumbs=[_CRUMB, (crumb, url)] if crumb else [_CRUMB],
                intro=intro if number == 1 else "",
                awaited=awaited if number == 1 else (),
                posts=posts[(number - 1) * PER_PAGE : number * PER_PAGE],
                soon=self._soon,
                categories=self._categories,
                pages=Pages(
                    number,
                    last,
                    _address(url, number - 1) if number > 1 else "",
                    _address(url, number + 1) if number < last else "",
                ),
                years=_years(self._guide.posts) if archive else (),
                ways=_ways(self._guide) if archive else (),
                any_news=bool(self._guide.posts),
            )


def _post(post: "Post", guide: Guide, cards: Cards, newer: "Post | None", older: "Post | None") -> OutputPage:
    url = addresses.of_news(post.slug)
    root = addresses.up_from(url)
    category = next((one for one in guide.edition.news_categories if one.slug == post.category), None)
    named = (*([post.happened_next] if post.happened_next else ()), *post.stories)
    stories = [guide.by_slug[slug] for slug in dict.fromkeys(named) if slug in guide.by_slug]
    return make_page(
        "news-post.html",
        f"news/{post.slug}.md",
        title=post.title,
        description=post.summary,
        section=NEWS,
        source=post.source.path,
        search="news",
        meta={**STYLES, "kind": "article"},
        post=post,
        awaited=post.is_awaited(guide.day),
        crumbs=[_CRUMB, (post.title, url)],
        category=(category.name, addresses.of_news_category(category.slug)) if category else None,
        by_url=addresses.of_news_by(post.by_slug) if post.by_slug else "",
        words=pictures.linked(post.words, guide, root),
        next_of=guide.by_slug.get(post.happened_next),
        cards=[cards.of(story, root) for story in stories],
        newer=newer,
        older=older,
    )


def _years(posts: "Sequence[Post]") -> list[tuple[int, list[tuple[str, str, int]]]]:
    """Each year with its months that have posts: name, address, how many."""
    return [
        (
            year,
            [
                (month_name[month], addresses.of_news_month(year, month), len(list(found)))
                for month, found in groupby(of_year, key=lambda post: post.on.month)
            ],
        )
        for year, of_year in groupby(posts, key=lambda post: post.on.year)
    ]


def _ways(guide: Guide) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """The categories that have posts, and who wrote them."""
    of_category = [
        (one.name, addresses.of_news_category(one.slug), sum(post.category == one.slug for post in guide.posts))
        for one in guide.edition.news_categories
    ]
    by = [
        (name, addresses.of_news_by(slug), sum(post.by_slug == slug for post in guide.posts))
        for slug, name in _writers(guide).items()
    ]
    return [("By kind", [way for way in of_category if way[2]]), ("By who wrote it", by)]


def _writers(guide: Guide) -> dict[str, str]:
    """Who has written posts, by slug, as their latest credits them; in the order of the alphabet."""
    found = {post.by_slug: post.by for post in reversed(guide.posts) if post.by_slug}
    return dict(sorted(found.items()))


def _address(url: str, number: int) -> str:
    return url if number <= 1 else f"{url}page/{number}/"
