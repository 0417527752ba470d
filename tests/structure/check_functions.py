#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Every method of idl/keepable.idl stands in registration/CalcAddIns.xcu with its parameters and texts in
English and German, nothing else does, and README.md names each function in both languages."""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

LANGUAGES = ("en", "de")
INVISIBLE = "com::sun::star::beans::XPropertySet"  # Calc fills in the calling document
OOR = "{http://openoffice.org/2001/registry}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def methods_of(idl):
    """Method: its visible parameters, in order."""
    idl = re.sub(r"//.*", "", idl)
    body = re.search(r"interface\s+XPromises[^{]*\{(.*?)\}\s*;", idl, re.DOTALL).group(1)
    methods = {}
    for name, parameters in re.findall(r"([A-Za-z]\w*)\s*\(([^)]*)\)", body):
        pairs = re.findall(r"\[in\]\s*(.+?)\s+(\w+)\s*(?:,|$)", " ".join(parameters.split()))
        methods[name] = [parameter for kind, parameter in pairs if kind != INVISIBLE]
    return methods


def node(parent, name):
    return next((child for child in parent if child.get(OOR + "name") == name), None)


def texts(parent, prop):
    found = node(parent, prop)
    return {} if found is None else {value.get(LANG): value.text or "" for value in found}


def missing_texts(where, parent):
    for prop in ("DisplayName", "Description"):
        said = texts(parent, prop)
        for language in LANGUAGES:
            if not said.get(language, "").strip():
                yield f"{where}: no {prop} in {language}"


def faults(root):
    methods = methods_of((root / "idl/keepable.idl").read_text(encoding="utf-8"))
    registry = ElementTree.parse(root / "registration/CalcAddIns.xcu").getroot()
    functions = node(node(node(registry, "AddInInfo"), "keepable.Promises"), "AddInFunctions")
    readme = (root / "README.md").read_text(encoding="utf-8")
    registered = [child.get(OOR + "name") for child in functions]
    if not methods:
        yield "keepable.idl: no methods found"
    for name in sorted(set(registered) ^ set(methods)):
        yield f"{name}: stands in only one of keepable.idl and CalcAddIns.xcu"
    for name in sorted(set(registered) & set(methods)):
        function = node(functions, name)
        yield from missing_texts(name, function)
        parameters = node(function, "Parameters")
        described = [] if parameters is None else [child.get(OOR + "name") for child in parameters]
        if described != methods[name]:
            yield f"{name}: the parameters are {methods[name]}, described are {described}"
        for parameter in () if parameters is None else parameters:
            yield from missing_texts(f"{name}, {parameter.get(OOR + 'name')}", parameter)
        display = texts(function, "DisplayName")
        if texts(function, "CompatibilityName").get("en") != display.get("en"):
            yield f"{name}: CompatibilityName is not the English DisplayName"
        for language in LANGUAGES:
            if f"`{display.get(language)}`" not in readme:
                yield f"{name}: README.md does not name `{display.get(language)}`"


def main():
    found = list(faults(pathlib.Path(__file__).resolve().parents[2]))
    print("\n".join(found) or "every function is described")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
