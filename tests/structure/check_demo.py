#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The demo generator writes the same bytes every time, a package that begins as ODF asks for, and XML that
can be parsed. Argument: a folder to write to."""
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

KIND = b"application/vnd.oasis.opendocument.spreadsheet"


def main():
    make_demo = pathlib.Path(__file__).resolve().parents[2] / "packaging/demo/make_demo"
    written = [pathlib.Path(sys.argv[1]) / name for name in ("demo.ods", "demo_again.ods")]
    for path in written:
        subprocess.run([sys.executable, make_demo, path], check=True)
    assert written[0].read_bytes() == written[1].read_bytes(), "two runs differ"
    with zipfile.ZipFile(written[0]) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert package.read("mimetype") == KIND
        for name in package.namelist()[1:]:
            ElementTree.fromstring(package.read(name))
        content = package.read("content.xml")
    assert b"KEEPABLE.PROMISES" not in content, "set up writes the formulas, not the demo"
    rows = content.split(b"</table:table>")[0].count(b"<table:table-row")
    assert rows > 400, f"{rows} rows of deals"
    print(f"{rows - 1} deal rows, the same every time")


if __name__ == "__main__":
    main()
