"""An outline is read from any of the shapes a map program may save."""

import json

import pytest
from storyguide.reading.boundary import read_boundary

RING = [[0, 51], [1, 51], [1, 52], [0, 51]]
OPEN = RING[:-1]
POLYGON = {"type": "Polygon", "coordinates": [RING]}
MANY = {"type": "MultiPolygon", "coordinates": [[RING], [RING, RING]]}


def saved(folder, shape):
    file = folder / "b.geojson"
    file.write_text(shape if isinstance(shape, str) else json.dumps(shape), encoding="utf-8")
    return read_boundary(file, path="stories/b.geojson", attribution="Us")


@pytest.mark.parametrize(
    ("shape", "rings"),
    [
        (POLYGON, 1),
        ({"type": "Polygon", "coordinates": [OPEN]}, 1),
        (MANY, 3),
        ({"type": "Feature", "properties": {}, "geometry": MANY}, 3),
        ({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": POLYGON}] * 2}, 2),
    ],
)
def test_every_ring_is_found_and_closed(tmp_path, shape, rings):
    outline, problems = saved(tmp_path, shape)

    assert problems == ()
    assert len(outline.rings) == rings
    assert all(ring == tuple(map(tuple, RING)) for ring in outline.rings)


@pytest.mark.parametrize(
    "shape",
    [
        "",
        "no shape",
        "[" * 100_000,
        "null",
        {"type": "Point", "coordinates": [0, 51]},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[0, 51]]]},
        {"type": "Polygon", "coordinates": [[[400000, 290000], [1, 1], [2, 2], [3, 3]]]},
        {"type": "Polygon", "coordinates": [[["0", "51"]] * 4]},
        '{"type": "Polygon", "coordinates": [[[NaN, 51], [1, 51], [1, 52], [0, 51]]]}',
        {"type": "FeatureCollection", "features": []},
    ],
)
def test_what_is_no_outline_is_told_and_done_without(tmp_path, shape):
    outline, (problem,) = saved(tmp_path, shape)

    assert outline is None
    assert (problem.code, problem.where.path, problem.blocks) == ("boundary-not-read", "stories/b.geojson", False)
