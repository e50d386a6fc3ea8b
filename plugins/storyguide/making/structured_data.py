"""What search engines may read of a page: schema.org, as JSON-LD."""

import json
from typing import TYPE_CHECKING

from storyguide.making import addresses
from storyguide.model.edition import Edition
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES
from storyguide.model.story import Story

if TYPE_CHECKING:
    from storyguide.model.event import Event


def of_the_guide(edition: Edition, address: str) -> str:
    """The site as a whole."""
    return _written({"@type": "WebSite", "name": edition.name, "url": address or "./", "description": edition.summary})


def of_story(story: Story, guide: Guide, address: str) -> str:
    """One story. It says where only by the name of the place."""
    edition = guide.edition
    teller = story.storyteller
    author: dict[str, object] = (
        {"@type": "Person", "name": teller.name} if teller else {"@type": "Organization", "name": edition.name}
    )
    found: dict[str, object] = {
        "@type": "Article",
        "headline": story.title,
        "description": story.summary,
        "inLanguage": story.language or edition.language,
        "datePublished": story.told_on.isoformat(),
        "author": author,
        "isPartOf": {"@type": "WebSite", "name": edition.name},
        "about": [guide.themes[slug].name for slug in story.themes],
        "contentLocation": [
            {"@type": "Place", "name": f"{guide.places[slug].name}, {edition.town}"} for slug in story.places
        ],
        "image": address + addresses.of_share_card(story.slug) if address else "card.png",
    }
    if address:
        found["url"] = address + addresses.of_story(story.slug)
    if LICENCES[story.licence].address:
        found["license"] = LICENCES[story.licence].address
    return _written(found)


def of_event(event: "Event", guide: Guide, address: str, where: str) -> str:
    """One event, its hours with how far they are from UTC."""
    from storyguide.making.moments import for_programs  # noqa: PLC0415 - most guides have no events

    zone = guide.edition.time_zone
    found: dict[str, object] = {
        "@type": "Event",
        "name": event.title,
        "description": event.about,
        "startDate": for_programs(event.starts, zone),
        "eventStatus": f"https://schema.org/Event{'Cancelled' if event.cancelled else 'Scheduled'}",
        "location": {"@type": "Place", "name": where or guide.edition.town},
        "organizer": {"@type": "Organization", "name": guide.edition.name},
    }
    if event.ends:
        found["endDate"] = for_programs(event.ends, zone)
    if address:
        found["url"] = address + addresses.of_event(event.slug)
    return _written(found)


def _written(found: dict[str, object]) -> str:
    """As JSON that cannot end the element it stands in."""
    text = json.dumps({"@context": "https://schema.org", **found}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
