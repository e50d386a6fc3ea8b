"""The kinds of page there are, by an address of each in either edition."""

ANYTOWN = {
    "home": "",
    "stories": "stories/",
    "told story with photos": "stories/repair-cafe/",
    "told story with a note": "stories/soup-on-the-steps/",
    "story in Polish": "stories/kawiarnia-napraw/",
    "story by nobody named": "stories/lantern-walk/",
    "fact-file": "stories/bus-shelter-library/",
    "story taken down": "stories/kite-loft/",
    "places": "places/",
    "area": "places/hilltop-area/",
    "place": "places/lark-hill/",
    "place without stories": "places/button-cross/",
    "themes": "themes/",
    "theme": "themes/making-and-mending/",
    "dimensions": "dimensions/",
    "dimension": "dimensions/neighbourly/",
    "storytellers": "storytellers/",
    "storyteller": "storytellers/wilhelmina-inkpot/",
    "about": "about/",
    "how we chose": "about/how-we-chose/",
    "who is missing": "about/who-is-missing/",
    "corrections": "about/corrections/",
    "licences": "about/licences/",
    "tell your story": "tell-your-story/",
    "page by hand": "help/story-format/",
    "nothing here": "nothing/at/all/",
}
DUDLEY = {
    "home": "",
    "stories": "stories/",
    "second page of stories": "stories/page/2/",
    "fact-file": "stories/stourbridge-bonded-warehouse/",
    "places": "places/",
    "area": "places/stourbridge-area/",
    "place": "places/lye/",
    "theme": "themes/food-and-growing/",
    "dimension": "dimensions/confident/",
    "storytellers": "storytellers/",
    "about": "about/",
    "who is missing": "about/who-is-missing/",
    "privacy": "about/privacy/",
    "accessibility": "about/accessibility/",
    "tell your story": "tell-your-story/",
    "nothing here": "nothing/at/all/",
}
EDITIONS = {"anytown_site": ANYTOWN, "dudley_site": DUDLEY}

KEY = (
    *("home", "stories", "told story with photos", "fact-file", "places", "place", "theme", "dimension"),
    *("about", "who is missing", "tell your story"),
)
"""Those that between them hold every part pages are made of."""
