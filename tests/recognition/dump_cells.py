#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Writes the cells of an .ods or .xlsx workbook as text, so that tests need no office to read one.

One line a sheet, "S<TAB>name", below it one line a cell that is not empty,
"C<TAB>row<TAB>column<TAB>kind<TAB>value": rows and columns from 0; kind n (number; dates are
days since 1899-12-30), t (text; \\n and \\\\ escaped) or e (error). Formulas count by their results.
"""

import datetime
import sys
import xml.etree.ElementTree as xml
import zipfile

NULL_DATE = datetime.datetime(1899, 12, 30)


def escaped(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", " ").replace("\r", "")


def serial(text):
    moment = datetime.datetime.fromisoformat(text.split(".")[0])
    return repr((moment - NULL_DATE) / datetime.timedelta(days=1))


def put(row, column, kind, value):
    if value != "":
        print("C", row, column, kind, value, sep="\t")


def paragraph(element, text_namespace):
    """Text with the spaces and line breaks the format spells as elements."""
    parts = [element.text or ""]
    for child in element:
        name = child.tag.rpartition("}")[2]
        if name == "s":
            parts.append(" " * int(child.get(f"{{{text_namespace}}}c", "1")))
        elif name == "line-break":
            parts.append("\n")
        elif name == "tab":
            parts.append(" ")
        else:
            parts.append(paragraph(child, text_namespace))
        parts.append(child.tail or "")
    return "".join(parts)


def dump_ods(archive):
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    calcext = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    tree = xml.fromstring(archive.read("content.xml"))
    for sheet in tree.iter(f"{{{table}}}table"):
        print("S", sheet.get(f"{{{table}}}name"), sep="\t")
        row = 0
        for line in sheet.iter(f"{{{table}}}table-row"):
            repeated_rows = int(line.get(f"{{{table}}}number-rows-repeated", "1"))
            cells = []
            column = 0
            for cell in line:
                repeated = int(cell.get(f"{{{table}}}number-columns-repeated", "1"))
                kind = cell.get(f"{{{office}}}value-type")
                if cell.get(f"{{{calcext}}}value-type") == "error":
                    made = ("e", "error")
                elif kind in ("float", "percentage", "currency"):
                    made = ("n", cell.get(f"{{{office}}}value"))
                elif kind == "boolean":
                    made = ("n", "1" if cell.get(f"{{{office}}}boolean-value") == "true" else "0")
                elif kind == "date":
                    made = ("n", serial(cell.get(f"{{{office}}}date-value")))
                elif kind == "string":
                    lines = [paragraph(part, text) for part in cell.findall(f"{{{text}}}p")]
                    made = ("t", escaped("\n".join(lines)))
                else:
                    made = None
                if made and not cell.tag.endswith("covered-table-cell"):
                    cells += [(column + i, made) for i in range(repeated)]
                column += repeated
            for again in range(repeated_rows if cells else 0):
                for at, (kind, value) in cells:
                    put(row + again, at, kind, value)
            row += repeated_rows


def dump_xlsx(archive):
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    names = archive.namelist()
    shared = []
    if "xl/sharedStrings.xml" in names:
        for entry in xml.fromstring(archive.read("xl/sharedStrings.xml")):
            shared.append("".join(part.text or "" for part in entry.iter(f"{main}t")))
    targets = {
        entry.get("Id"): entry.get("Target")
        for entry in xml.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    }
    for sheet in xml.fromstring(archive.read("xl/workbook.xml")).iter(f"{main}sheet"):
        print("S", sheet.get("name"), sep="\t")
        target = targets[sheet.get(relation)].lstrip("/")
        path = target if target.startswith("xl/") else "xl/" + target
        for cell in xml.fromstring(archive.read(path)).iter(f"{main}c"):
            place = cell.get("r")
            letters = place.rstrip("0123456789")
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - ord("A") + 1
            row = int(place[len(letters):]) - 1
            value = cell.findtext(f"{main}v") or ""
            kind = cell.get("t", "n")
            if kind == "s":
                put(row, column - 1, "t", escaped(shared[int(value)]))
            elif kind == "inlineStr":
                texts = "".join(part.text or "" for part in cell.iter(f"{main}t"))
                put(row, column - 1, "t", escaped(texts))
            elif kind == "str":
                put(row, column - 1, "t", escaped(value))
            elif kind == "e":
                put(row, column - 1, "e", "error")
            elif kind == "d":
                put(row, column - 1, "n", serial(value))
            else:
                put(row, column - 1, "n", value)


def main():
    with zipfile.ZipFile(sys.argv[1]) as archive:
        (dump_ods if "content.xml" in archive.namelist() else dump_xlsx)(archive)


main()
