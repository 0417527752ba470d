#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""No source file in src/ is longer than a reader's patience, and every file that can hold a comment has
its SPDX line near the top. Every suite of tests/office is one that ctest runs."""
import pathlib
import re
import sys

MOST_LINES = 600
FOLDERS = ("src", "idl", "registration", "extension", "tests", "packaging")
LICENSED = {".cpp", ".hpp", ".py", ".idl", ".cmake", ".xcu", ".xcs", ".xml", ".components", ".in", ".sh"}
SPDX = "SPDX-License-Identifier: MPL-2.0"


def needs_licence(path, beginning):
    return path.suffix in LICENSED or path.name == "CMakeLists.txt" or beginning.startswith("#!")


def faults(root):
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if not path.is_file() or "__pycache__" in path.parts:
                continue
            try:
                lines = path.read_text(encoding="utf-8").splitlines()
            except UnicodeDecodeError:
                continue  # an image or a package
            name = path.relative_to(root)
            if needs_licence(path, lines[0] if lines else "") and SPDX not in "\n".join(lines[:5]):
                yield f"{name}: no SPDX line"
            if folder == "src" and path.suffix in (".cpp", ".hpp") and len(lines) > MOST_LINES:
                yield f"{name}: {len(lines)} lines, at most {MOST_LINES}: which second idea moved in?"


def forgotten_suites(root):
    folder = root / "tests" / "office"
    listed = re.search(r"foreach\(suite IN ITEMS ([^)]*)\)",
                       (folder / "CMakeLists.txt").read_text(encoding="utf-8")).group(1).split()
    for path in sorted(folder.glob("*_test.cpp")):
        for suite in sorted(set(re.findall(r"^TEST_F\((\w+),", path.read_text(encoding="utf-8"), re.MULTILINE))):
            if suite not in listed:
                yield f"{path.relative_to(root)}: ctest does not run the suite {suite}"


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    found = [*faults(root), *forgotten_suites(root)]
    print("\n".join(found) or "all files are in order")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
