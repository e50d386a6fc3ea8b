"""Every layer of a file: its bytes, what is packed in them, what is packed in that."""

import bz2
import io
import lzma
import re
import struct
import zipfile
import zlib
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from storyguide.editing.leaks.pdf_words import words_of_pdf

DEEPEST = 6
MOST = 400_000_000
"""Bytes unpacked of one layer; what is larger is no part of a guide."""

_IN_TEXT = re.compile(rb"data:[a-z0-9/+.;=-]*;base64,([A-Za-z0-9+/=%\s]{8,})", re.IGNORECASE)
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_PNG = b"\x89PNG\r\n\x1a\n"


class Layer(NamedTuple):
    """Bytes to be looked through, and how they were come by: "" for those of the file itself."""

    within: str
    data: bytes


def unpacked(data: bytes, within: str = "") -> Iterator[Layer]:
    """The bytes themselves, then each layer in them. What cannot be unpacked is passed over, as it cannot be read."""
    yield Layer(within, data)
    if within.count(" > ") >= DEEPEST:
        return
    for name, inner in _layers(data):
        if inner and inner != data:
            yield from unpacked(inner, f"{within} > {name}" if within else name)


def _layers(data: bytes) -> Iterator[tuple[str, bytes]]:
    if data.startswith(b"\x1f\x8b"):
        yield from (("unpacked", part) for part in _inflated(data, 31))
    elif data.startswith(b"BZh"):
        yield "unpacked", _tried(bz2.BZ2Decompressor(), data)
    elif data.startswith(b"\xfd7zXZ\0"):
        yield "unpacked", _tried(lzma.LZMADecompressor(), data)
    elif data.startswith(_PNG):
        yield from _of_png(data)
    elif data.startswith(b"%PDF-"):
        yield from _of_pdf(data)
    elif data[:1] == b"\x78" and len(data) > 2 and int.from_bytes(data[:2], "big") % 31 == 0:
        yield from (("unpacked", part) for part in _inflated(data, 15))
    if b"PK\x05\x06" in data[-65_557:] or data.startswith(b"PK\x03\x04"):
        yield from _of_zip(data)
    for found in _IN_TEXT.finditer(data):
        try:
            yield "written out in letters", b64decode(unquote_to_bytes(found[1]) + b"==")
        except Error:
            continue


def _inflated(data: bytes, bits: int) -> Iterator[bytes]:
    """Each packed part, one after the other; of one that is cut short, what there is."""
    while data:
        machine = zlib.decompressobj(bits)
        try:
            yield machine.decompress(data, MOST)
        except zlib.error:
            return
        data = machine.unused_data.lstrip(b"\0")


def _tried(machine: bz2.BZ2Decompressor | lzma.LZMADecompressor, data: bytes) -> bytes:
    try:
        return machine.decompress(data, MOST)
    except (OSError, EOFError, lzma.LZMAError):
        return b""


def _of_zip(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Each file in it; Word and OpenDocument documents are such."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for entry in packed.infolist():
                try:
                    if entry.file_size <= MOST:
                        yield entry.filename, packed.read(entry) or b" "
                except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, zlib.error, EOFError):
                    yield entry.filename, b" "  # the name may say enough
    except (zipfile.BadZipFile, ValueError, OSError):
        return


def _of_png(data: bytes) -> Iterator[tuple[str, bytes]]:
    """What is packed in a picture besides its pixels."""
    at = len(_PNG)
    while at + 8 <= len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        content = data[at + 8 : at + 8 + size]
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            start = content.find(b"\0")
            for offset in range(start + 1, min(start + 80, len(content))):
                # Names of unknown length stand before the packed text, so it is known by its beginning.
                if content[offset : offset + 1] == b"\x78" and (found := b"".join(_inflated(content[offset:], 15))):
                    yield "a picture’s own words", found
                    break
        at += 12 + size


def _of_pdf(data: bytes) -> Iterator[tuple[str, bytes]]:
    streams = []
    for found in _PDF_STREAM.finditer(data):
        streams.append(next(_inflated(found[1], 15), b"") or found[1])
        yield "a part of the PDF", streams[-1]
    yield "the words of the PDF", words_of_pdf([data, *streams]).encode()
