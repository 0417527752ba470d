#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Compares every #include in src/, and every link edge in its CMake files, with the table of rooms in
src/README.md. With --self-test: pulls down each kind of wall in a copy and sees that it is noticed."""
import pathlib
import re
import sys
import tempfile

# Room: the rooms it may include and link.
ROOMS = {
    "planning": set(),
    "proposals": {"planning"},
    "portfolio": {"planning"},
    "tables": {"planning"},
    "review": {"planning", "proposals"},
    "views": {"planning", "proposals", "portfolio", "tables", "review"},
    "ledger": {"planning"},
    "office": {"planning", "proposals", "portfolio", "tables", "review", "views", "ledger"},
}
# Folders of office that know nothing of each other; only office/component knows them all.
OFFICE_FOLDERS = {"commands", "functions", "sidebar", "highlight", "proposals", "review", "setup", "ledger_sdbc"}
# Beginning of a library's header: the rooms that may include it. All else in <> is the standard library.
UNO = ["com/sun/star/", "cppu/", "cppuhelper/", "uno/", "typelib/", "rtl/", "osl/", "sal/", "salhelper/",
       "keepable/"]
LIBRARIES = {**{beginning: {"office"} for beginning in UNO}, "spdlog/": {"office"}, "fmt/": {"office"},
             "boost/": {"tables"}, "utf8proc.h": {"tables"}, "xxhash.h": {"tables"},
             **{beginning: {"portfolio/solver"} for beginning in ("Cbc", "Clp", "Coin", "Osi")}}
SYSTEM = {"dlfcn.h": {"office"}, "unistd.h": {"office", "portfolio"},
          **{header: {"portfolio"} for header in ("fcntl.h", "poll.h", "spawn.h", "sys/")}}
LINKED = {"cbc": {"portfolio/solver"}, "clp": {"portfolio/solver"},
          "uno": {"office"}, "spdlog": {"office"}, "fmt": {"office"}, "utf8proc": {"tables"},
          "xxhash": {"tables"}}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def wrong_include(path, opening, header):
    """Why a file, named from src/, may not include the header; None when it may."""
    room = path.parts[0]
    folder = path.parent.as_posix()
    if opening == "<":
        for beginning, rooms in {**LIBRARIES, **SYSTEM}.items():
            if header.startswith(beginning):
                return None if {room, folder} & rooms else f"only {', '.join(sorted(rooms))} may include it"
        return None if re.fullmatch(r"[a-z_0-9]+", header) else "a library that no room may include"
    target = pathlib.PurePosixPath(header).parts
    if target[0] not in ROOMS:
        return "own headers are named from src/, room first"
    if target[0] != room and target[0] not in ROOMS[room]:
        return f"{room} may not include {target[0]}"
    if target[0] == "office" and len(target) > 2 and target[1] in OFFICE_FOLDERS:
        if path.parts[1] != target[1] and path.stem != "component":
            return f"only office/component may look into office/{target[1]}"
    return None


def wrong_links(folder, text, used):
    """What is wrong with the CMake file of a folder whose room's sources include the rooms in `used`."""
    room = folder.split("/")[0]
    text = re.sub(r"#.*", "", text)
    linked = {name for name in ROOMS if re.search(rf"\bkeepable::{name}\b", text)} - {room}
    for name in sorted(linked - ROOMS[room]):
        yield f"{room} may not link {name}"
    for name in sorted(used - linked - {room}):
        yield f"{room} includes {name} but does not link it"
    for library, rooms in LINKED.items():
        if not {room, folder} & rooms and re.search(rf"(?<![A-Za-z]){library}(?![A-Za-z])", text, re.IGNORECASE):
            yield f"{room} may not link {library}"


def faults(src):
    if not src.is_dir():
        yield f"{src}: not there"
    used = {}
    for path in sorted([*src.rglob("*.hpp"), *src.rglob("*.cpp"), *src.rglob("*.h")]):
        name = path.relative_to(src)
        if name.parts[0] not in ROOMS:
            yield f"{name}: not in a room"
            continue
        for opening, header in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if why := wrong_include(name, opening, header):
                yield f"{name}: {header}: {why}"
            elif opening == '"':
                used.setdefault(name.parts[0], set()).add(header.split("/")[0])
    for path in sorted(src.glob("*/**/CMakeLists.txt")):
        folder = path.parent.relative_to(src).as_posix()
        linked_for = used.get(folder, set()) if "/" not in folder else set()
        for why in wrong_links(folder, path.read_text(encoding="utf-8"), linked_for):
            yield f"{path.relative_to(src)}: {why}"


def self_test():
    sound = {
        "planning/day.hpp": "#include <vector>\n",
        "planning/CMakeLists.txt": "keepable_room(planning SOURCES day.cpp)\n",
        "tables/cell.cpp": '#include "planning/day.hpp"\n#include <boost/json.hpp>\n',
        "tables/CMakeLists.txt": "keepable_room(tables SOURCES cell.cpp LINKS keepable::planning)\n",
        "office/component.cpp": '#include "office/functions/promises.hpp"\n#include <rtl/ustring.hxx>\n',
        "office/functions/promises.hpp": "#include <com/sun/star/uno/Any.hxx>\n#include <spdlog/spdlog.h>\n",
    }
    holes = [
        ("planning/day.hpp", '#include "tables/cell.hpp"\n'),
        ("planning/day.hpp", "#include <com/sun/star/uno/Any.hxx>\n"),
        ("planning/day.hpp", "#  include <rtl/ustring.hxx>\n"),
        ("planning/day.hpp", "#include <boost/graph/graph_traits.hpp>\n"),
        ("planning/day.hpp", '#include "quantity.hpp"\n'),
        ("planning/CMakeLists.txt", "keepable_room(planning SOURCES day.cpp LINKS keepable::tables)\n"),
        ("planning/CMakeLists.txt", "target_link_libraries(keepable_planning PRIVATE keepable_uno_headers)\n"),
        ("tables/cell.cpp", "#include <spdlog/spdlog.h>\n"),
        ("tables/cell.cpp", '#include "views/words.hpp"\n'),
        ("tables/CMakeLists.txt", "keepable_room(tables SOURCES cell.cpp)\n"),
        ("views/words.cpp", '#include "office/boundary.hpp"\n'),
        ("office/highlight/mark.cpp", '#include "office/functions/promises.hpp"\n'),
        ("office/boundary.cpp", '#include "office/functions/promises.hpp"\n'),
        ("office/boundary.cpp", "#include <utf8proc.h>\n"),
        ("portfolio/solver_process.cpp", "#include <CbcModel.hpp>\n"),
        ("planning/day.hpp", "#include <spawn.h>\n"),
        ("portfolio/CMakeLists.txt", "keepable_room(portfolio SOURCES a.cpp LINKS ${COIN_CBC_LIBRARY})\n"),
        ("stray/thing.cpp", "#include <vector>\n"),
    ]
    for hole in [None, *holes]:
        with tempfile.TemporaryDirectory() as folder:
            src = pathlib.Path(folder)
            for name, text in {**sound, **dict([hole] if hole else [])}.items():
                (src / name).parent.mkdir(parents=True, exist_ok=True)
                (src / name).write_text(text, encoding="utf-8")
            found = list(faults(src))
        if bool(found) != bool(hole):
            yield f"{hole}: found {found}"


def main():
    src = pathlib.Path(__file__).resolve().parents[2] / "src"
    found = list(self_test() if "--self-test" in sys.argv else faults(src))
    print("\n".join(found) or "the walls stand")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
