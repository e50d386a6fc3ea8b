"""The editor at /admin/: its settings hold every fact of a story, and it reaches the site only where it can be used."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from storyguide.cms import make_admin
from storyguide.cms.fields import LEFT_OUT, SAID_BESIDES
from storyguide.cms.page import admin_page
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES
from storyguide.reading.groups import Field
from storyguide.reading.story_fields import STORY_FIELDS
from storyguide.site.assembly import assemble
from storyguide.site.parts import CMS, find_parts

from tests.conftest import PROJECT, TODAY, built

pytestmark = pytest.mark.slow

_SCHEMA = PROJECT / "node_modules/@sveltia/cms/schema/sveltia-cms.json"
_OURS = {"told": "told", "fact-files": "fact-file"}


@pytest.fixture(scope="module")
def anytown_on_github(drawn_anytown: Path) -> Guide:
    guide = assemble(drawn_anytown, today=TODAY).guide
    assert guide
    return kept(guide, "https://github.com/example/anytown/")


@pytest.fixture(scope="module")
def settings(anytown_on_github: Guide) -> dict[str, Any]:
    return settings_of(anytown_on_github)


def kept(guide: Guide, repository: str, edit_path: str = "") -> Guide:
    return replace(guide, edition=replace(guide.edition, repository=repository, edit_path=edit_path))


def program() -> Path:
    """Where the editor's program was fetched to."""
    parts = find_parts()
    assert parts, "fetch the parts first: python3 build.py parts"
    return parts / CMS


def settings_of(guide: Guide, **how: str) -> dict[str, Any]:
    (config,) = (made.content for made in make_admin(guide, program(), **how) if made.path == "admin/config.yml")
    found = yaml.safe_load(str(config))
    assert isinstance(found, dict)
    return found


def asked(fields: list[dict[str, Any]], under: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every question, by the name of its fact."""
    for field in fields:
        yield under + field["name"], field
        yield from asked(field.get("fields", []), f"{under}{field['name']}.")


def facts(rows: tuple[Field, ...], under: str = "") -> Iterator[str]:
    for row in rows:
        yield under + row.name
        yield from facts(row.parts, f"{under}{row.name}.")


def test_the_editor_knows_every_setting(settings: dict[str, Any]):
    schema = json.loads(_SCHEMA.read_text(encoding="utf-8"))

    faults = list(jsonschema.Draft7Validator(schema).iter_errors(settings))

    assert faults == []


def test_the_editor_has_every_widget(settings: dict[str, Any]):
    schema = json.loads(_SCHEMA.read_text(encoding="utf-8"))["definitions"]
    known = {
        one["properties"]["widget"].get("const") for one in schema.values() if "widget" in one.get("properties", {})
    }

    used = {field["widget"] for one in settings["collections"] for _, field in asked(one["fields"])}

    assert used <= known | {"list", "object"}  # these two the schema has in parts


def test_every_fact_is_asked_for_or_left_out_for_a_reason(settings: dict[str, Any]):
    questions = {name for one in settings["collections"] for name, _ in asked(one["fields"])}

    known = set(facts(tuple(STORY_FIELDS.values())))

    assert known - questions == set(LEFT_OUT)
    assert all(LEFT_OUT.values())
    assert set(SAID_BESIDES) <= known


@pytest.mark.parametrize("name", _OURS)
def test_what_a_kind_of_story_needs_must_be_answered_but_for_what_comes_after_the_writing(
    settings: dict[str, Any], name: str
):
    (collection,) = (one for one in settings["collections"] if one["name"] == name)
    kind = _OURS[name]

    must = {field["name"] for field in collection["fields"] if field.get("required")}

    needed = {row.name for row in STORY_FIELDS.values() if row.needed in ("always", kind)}
    assert must == needed - {"consent", "approved_on"} | {"status"}
    assert {"name": "kind", "widget": "hidden", "default": kind} in collection["fields"]


def test_there_is_what_the_edition_has_to_choose_from(anytown_on_github: Guide, settings: dict[str, Any]):
    edition = anytown_on_github.edition
    questions = dict(asked(settings["collections"][0]["fields"]))

    offered = {
        name: [one["value"] for one in field["options"]] for name, field in questions.items() if "options" in field
    }

    assert offered["place"] == [place.name for place in edition.places]
    assert offered["themes"] == [theme.name for theme in edition.themes]
    assert offered["language"] == list(edition.languages)
    assert offered["licence"] == offered["photos.licence"] == list(LICENCES)
    assert (questions["place"]["max"], questions["themes"]["max"]) == (2, 4)
    assert [field["label"] for field in questions["dimensions"]["fields"]] == [
        each.name for frame in edition.frameworks for each in frame.dimensions
    ]
    assert [field["name"] for field in questions["tins"]["fields"]] == [tin.slug for tin in anytown_on_github.tins]


def the_smallest(guide: Guide) -> Guide:
    """The same guide with nothing in it but what an edition must have."""
    edition = replace(
        guide.edition,
        places=guide.edition.places[:1],
        themes=guide.edition.themes[:1],
        languages=guide.edition.languages[:1],
        frameworks=(),
        trails=(),
        glossary=(),
        barriers=(),
        promises=(),
        events=(),
    )
    return replace(guide, edition=edition, stories=(), tins=(), posts=())


WITHOUT = {
    "tins": lambda guide: replace(guide, tins=()),
    "frameworks": lambda guide: replace(guide, edition=replace(guide.edition, frameworks=())),
    "dimensions": lambda guide: replace(
        guide,
        edition=replace(
            guide.edition, frameworks=tuple(replace(one, dimensions=()) for one in guide.edition.frameworks)
        ),
    ),
    "barriers": lambda guide: replace(guide, edition=replace(guide.edition, barriers=())),
    "trails": lambda guide: replace(guide, edition=replace(guide.edition, trails=())),
    "places": lambda guide: replace(guide, edition=replace(guide.edition, places=())),
    "themes": lambda guide: replace(guide, edition=replace(guide.edition, themes=())),
    "languages": lambda guide: replace(guide, edition=replace(guide.edition, languages=())),
    "stories": lambda guide: replace(guide, stories=()),
    "news": lambda guide: replace(guide, posts=()),
    "events": lambda guide: replace(guide, edition=replace(guide.edition, events=())),
    "anything": the_smallest,
}


@pytest.mark.parametrize("without", WITHOUT)
def test_an_edition_without_one_thing_asks_no_question_that_has_no_answer(anytown_on_github: Guide, without: str):
    """The editor takes a group of no questions, or a choice among nothing, for a fault, and shows only that."""
    settings = settings_of(WITHOUT[without](anytown_on_github))

    schema = json.loads(_SCHEMA.read_text(encoding="utf-8"))
    assert list(jsonschema.Draft7Validator(schema).iter_errors(settings)) == []
    for one in settings["collections"]:
        questions = dict(asked(one["fields"]))
        assert [name for name, field in questions.items() if field.get("options") == []] == []
        assert [name for name, field in questions.items() if field.get("fields") == []] == []
        assert {"title", "summary", "body", "licence", "status"} <= questions.keys()


def test_what_an_edition_has_not_is_asked_for_as_soon_as_it_has(anytown_on_github: Guide):
    smallest = the_smallest(anytown_on_github)
    tin = anytown_on_github.tins[0]

    names = [
        {name for name, _ in asked(settings_of(guide)["collections"][0]["fields"])}
        for guide in (smallest, replace(smallest, tins=(tin,)))
    ]

    assert names[1] - names[0] == {"tins", f"tins.{tin.slug}"}
    assert not {"dimensions", "tins"} & names[0]


def test_photos_lie_beside_the_story_with_nothing_of_the_camera_in_them(settings: dict[str, Any]):
    photos = settings["media_libraries"]["default"]["config"]["transformations"]
    (told, *_) = settings["collections"]
    questions = dict(asked(told["fields"]))

    assert photos == {"raster_image": {"format": "webp", "quality": 85, "width": 2048, "height": 2048}}
    assert (told["folder"], told["path"], told["media_folder"], told["public_folder"]) == (
        *("stories", "{{slug}}/story"),
        *("", ""),
    )
    assert all(questions[f"photos.{name}"]["required"] for name in ("file", "alt", "credit", "licence", "people"))


def test_nothing_is_answered_beforehand_and_nothing_is_deleted(settings: dict[str, Any]):
    questions = [field for one in settings["collections"] for _, field in asked(one["fields"])]

    assert {field["name"] for field in questions if "default" in field} == {"kind"}
    assert [one["delete"] for one in settings["collections"]] == [False, False]


@pytest.mark.parametrize(
    ("edit_path", "sign_in", "said"),
    [
        ("", "", {"repo": "example/anytown"}),
        ("edit/main/", "", {"branch": "main"}),
        ("", "anytown.netlify.app", {"site_domain": "anytown.netlify.app"}),
        ("", "https://door.example.org/", {"base_url": "https://door.example.org"}),
    ],
)
def test_it_is_told_where_the_guide_is_kept_and_how_to_sign_in(
    anytown_on_github: Guide, edit_path: str, sign_in: str, said: dict[str, str]
):
    guide = kept(anytown_on_github, "https://github.com/example/anytown", edit_path)

    backend = settings_of(guide, sign_in=sign_in)["backend"]

    assert backend.items() >= {"name": "github", "open_authoring": True, "auth_scope": "public_repo", **said}.items()
    assert {"branch", "site_domain", "base_url"} & set(backend) == {name for name in said if name != "repo"}


def test_stories_of_a_guide_in_a_folder_of_its_repository_go_there(anytown_on_github: Guide):
    guide = kept(anytown_on_github, "https://github.com/example/guides", "edit/main/anytown/")

    assert {one["folder"] for one in settings_of(guide)["collections"]} == {"anytown/stories"}


def test_it_is_made_the_same_each_time(anytown_on_github: Guide):
    first, second = (list(make_admin(anytown_on_github, program())) for _ in range(2))

    assert first == second


@pytest.mark.parametrize(
    "repository", ["", "https://example.org/anytown/guide/", "https://github.com/example/a/tree/b"]
)
def test_there_is_no_editor_where_it_could_write_nowhere(anytown_on_github: Guide, repository: str):
    assert list(make_admin(kept(anytown_on_github, repository), program())) == []


def test_there_is_no_editor_where_its_program_was_not_fetched(anytown_on_github: Guide, tmp_path: Path):
    assert list(make_admin(anytown_on_github, tmp_path / "nowhere")) == []


def test_the_page_reaches_its_own_host_and_github_and_holds_no_script(anytown_on_github: Guide):
    page = admin_page(anytown_on_github.edition)

    assert "default-src 'none'; script-src 'self' 'wasm-unsafe-eval';" in page
    assert sorted(part for part in page.replace('"', " ").replace(";", " ").split() if "://" in part) == [
        "https://api.github.com",
        "https://avatars.githubusercontent.com",
    ]
    assert '<meta name="robots" content="noindex">' in page
    assert '<script type="module" src="start.js"></script>' in page


def test_the_program_comes_with_its_licences_and_without_what_it_does_not_need():
    parts = find_parts()
    assert parts

    files = {file.relative_to(parts / CMS).as_posix(): file.stat().st_size for file in (parts / CMS).rglob("*.*")}

    assert {name for name in files if name.startswith("LICENSE")} == {
        *("LICENSE-sveltia-cms.txt", "LICENSE-jsquash-webp.txt", "LICENSE-libwebp.txt"),
    }
    fonts = [name for name in files if name.endswith(".woff2")]
    assert len(fonts) == len([name for name in files if name.endswith(".LICENSE.txt")]) == 3
    assert [
        size for name, size in files.items() if "symbols" in name and name.endswith(".woff2") and size > 60_000
    ] == []
    assert not any("heic" in name or name.endswith(".map") for name in files)
    assert sum(files.values()) < 3_200_000


def test_a_published_guide_has_it_where_it_is_kept_on_github(tmp_path: Path):
    root = tmp_path / "guide"
    shutil.copytree(PROJECT / "tests/problems/_base", root)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    (root / "docs").mkdir()
    edition = root / "stories/edition.yml"

    before = built(root, tmp_path / "site")
    admin = tmp_path / "site/admin"
    there_before = admin.exists()
    edition.write_text(edition.read_text(encoding="utf-8") + "repository: https://github.com/example/anytown\n")
    after = built(root, tmp_path / "site")

    assert (before.built, after.built) == (True, True)
    assert not there_before
    assert {file.name for file in admin.iterdir()} == {"config.yml", "index.html", "start.js", "sveltia"}
    assert "admin" not in (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")
