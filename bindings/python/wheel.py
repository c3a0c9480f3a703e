#!/usr/bin/env python3
"""Makes the wheel from libplanshift.so and this folder. A wheel is a zip file; no compiler and no pip is needed.

Usage: bindings/python/wheel.py LIBRARY VERSION FOLDER
"""

from __future__ import annotations

import base64
import hashlib
import pathlib
import platform
import re
import sys
import zipfile

here = pathlib.Path(__file__).parent
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same sources make the same bytes


def oldest_libc(library: bytes) -> int:
    """The minor version of the oldest GNU C library 2 that has every function that the library needs."""
    return max(int(minor) for minor in re.findall(rb"GLIBC_2\.(\d+)", library))


def entries(library: bytes, version: str, tag: str) -> dict[str, bytes]:
    """What the wheel holds, without the list of its own contents."""
    about = f"planshift-{version}.dist-info"
    metadata = f"""Metadata-Version: 2.1
Name: planshift
Version: {version}
Summary: Previews of subscription changes, exact to the cent
License: MIT
Keywords: subscription,billing,proration,preview
Requires-Python: >=3.9
Description-Content-Type: text/markdown

{(here / "README.md").read_text()}"""
    wheel = f"Wheel-Version: 1.0\nGenerator: planshift\nRoot-Is-Purelib: false\nTag: {tag}\n"
    sources = sorted(path for path in (here / "planshift").iterdir() if path.suffix in (".py", ".typed"))
    return {
        **{f"planshift/{path.name}": path.read_bytes() for path in sources},
        "planshift/libplanshift.so": library,
        f"{about}/LICENSE": (here / "../../LICENSE").read_bytes(),
        f"{about}/METADATA": metadata.encode(),
        f"{about}/WHEEL": wheel.encode(),
    }


def record_of(contents: dict[str, bytes], record: str) -> bytes:
    """The wheel's list of its contents, with digests."""
    rows = []
    for name, content in contents.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        rows.append(f"{name},sha256={digest},{len(content)}\n")
    return "".join([*rows, f"{record},,\n"]).encode()


def main(library_path: str, version: str, folder: str) -> None:
    library = pathlib.Path(library_path).read_bytes()
    tag = f"py3-none-manylinux_2_{oldest_libc(library)}_{platform.machine()}"
    contents = entries(library, version, tag)
    record = f"planshift-{version}.dist-info/RECORD"
    contents[record] = record_of(contents, record)
    target = pathlib.Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("planshift-*.whl"):
        old.unlink()
    with zipfile.ZipFile(target / f"planshift-{version}-{tag}.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o755 if name.endswith(".so") else 0o644) << 16
            wheel.writestr(entry, content)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
