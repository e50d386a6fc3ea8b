"""News: the list of posts, a page for each, and the same by month, by category and by who wrote them."""

from calendar import month_name
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from storyguide.making import addresses, pictures
from storyguide.making.cards import Cards
from storyguide.making.links import Step, Way, Ways
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.paging import Paging, paging_of, path_of
from storyguide.making.registry import Entry, Found, Pages
from storyguide.making.render import Context
from storyguide.model.guide import Guide
from storyguide.model.story import Story

if TYPE_CHECKING:
    from storyguide.model.news import Post

NEWS = addresses.of_news()
STYLES: Mapping[str, object] = {"styles": ["news.css"]}
"""What the frame of such a page needs to know."""
PER_PAGE = 12
_CRUMB = Step("News", NEWS)


class NewsYear(NamedTuple):
    """A year of news, and its months that have posts."""

    year: int
    months: Sequence[Way]


@dataclass(frozen=True, kw_only=True)
class NewsPage(Context, template="news.html"):
    """A list of posts: all of them, or those of a month, a category or a writer."""

    crumbs: Sequence[Step]
    intro: str
    awaited: "Sequence[Post]"
    """Those that are shown apart, as coming soon."""
    posts: "Sequence[Post]"
    soon: "Sequence[Post]"
    """All that are awaited, among whichever posts."""
    categories: Mapping[str, str]
    """Their names by slug."""
    pages: Paging
    years: Sequence[NewsYear]
    ways: Sequence[Ways]
    """Ways into the archive, shown with its years."""
    any_news: bool


@dataclass(frozen=True, kw_only=True)
class PostPage(Context, template="news-post.html"):
    """One post."""

    post: "Post"
    awaited: bool
    crumbs: Sequence[Step]
    category: Step | None
    by_url: str
    """Where all posts of who wrote it are listed, "" where nobody is named."""
    words: Markup
    next_of: Story | None
    """The story of which it tells what happened next."""
    cards: Sequence[Markup]
    """Of the stories it is about."""
    newer: "Post | None"
    older: "Post | None"


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
            yield make_page(
                path_of(url, number),
                NewsPage(
                    crumbs=[_CRUMB, Step(crumb, url)] if crumb else [_CRUMB],
                    intro=intro if number == 1 else "",
                    awaited=awaited if number == 1 else (),
                    posts=posts[(number - 1) * PER_PAGE : number * PER_PAGE],
                    soon=self._soon,
                    categories=self._categories,
                    pages=paging_of(url, number, last),
                    years=_years(self._guide.posts) if archive else (),
                    ways=_ways(self._guide) if archive else (),
                    any_news=bool(self._guide.posts),
                ),
                title=title if number == 1 else f"{title}, page {number}",
                description=intro or f"{title}, from {self._guide.edition.name}.",
                section=NEWS,
                search=search if number == 1 and self._guide.posts else "",
                meta=STYLES,
            )


def _post(post: "Post", guide: Guide, cards: Cards, newer: "Post | None", older: "Post | None") -> OutputPage:
    url = addresses.of_news(post.slug)
    root = addresses.up_from(url)
    category = next((one for one in guide.edition.news_categories if one.slug == post.category), None)
    named = (*([post.happened_next] if post.happened_next else ()), *post.stories)
    stories = [guide.by_slug[slug] for slug in dict.fromkeys(named) if slug in guide.by_slug]
    return make_page(
        f"news/{post.slug}.md",
        PostPage(
            post=post,
            awaited=post.is_awaited(guide.day),
            crumbs=[_CRUMB, Step(post.title, url)],
            category=Step(category.name, addresses.of_news_category(category.slug)) if category else None,
            by_url=addresses.of_news_by(post.by_slug) if post.by_slug else "",
            words=pictures.linked(post.words, guide, root),
            next_of=guide.by_slug.get(post.happened_next),
            cards=[cards.of(story, root) for story in stories],
            newer=newer,
            older=older,
        ),
        title=post.title,
        description=post.summary,
        section=NEWS,
        source=post.source.path,
        search="news",
        meta={**STYLES, "kind": "article"},
    )


def _years(posts: "Sequence[Post]") -> list[NewsYear]:
    """Each year with its months that have posts: name, address, how many."""
    return [
        NewsYear(
            year,
            [
                Way(month_name[month], addresses.of_news_month(year, month), len(list(found)))
                for month, found in groupby(of_year, key=lambda post: post.on.month)
            ],
        )
        for year, of_year in groupby(posts, key=lambda post: post.on.year)
    ]


def _ways(guide: Guide) -> list[Ways]:
    """The categories that have posts, and who wrote them."""
    of_category = [
        Way(one.name, addresses.of_news_category(one.slug), sum(post.category == one.slug for post in guide.posts))
        for one in guide.edition.news_categories
    ]
    by = [
        Way(name, addresses.of_news_by(slug), sum(post.by_slug == slug for post in guide.posts))
        for slug, name in _writers(guide).items()
    ]
    return [Ways("By kind", [way for way in of_category if way.number]), Ways("By who wrote it", by)]


def _writers(guide: Guide) -> dict[str, str]:
    """Who has written posts, by slug, as their latest credits them; in the order of the alphabet."""
    found = {post.by_slug: post.by for post in reversed(guide.posts) if post.by_slug}
    return dict(sorted(found.items()))


PAGES = Pages(
    order=160,
    make=lambda it: make_news(it.guide, it.cards),
    ways=(Entry("News", "news/", 100, shown=lambda edition, news: news),),
    finds=(Found("news", "News", 50),),
)
