"""Square codes that a phone's camera follows to an address."""

import io

import segno

from storyguide.making.covers.inks import INKS


def code_of(address: str) -> str:
    """The code as an SVG file: dark on white, with the quiet border that cameras need."""
    out = io.BytesIO()
    segno.make_qr(address, error="m").save(
        out, kind="svg", scale=4, border=4, dark=INKS["ink"], light="#fff", xmldecl=False
    )
    return out.getvalue().decode()
