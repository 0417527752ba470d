#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The texts of the user interface: both languages have the same keys with the same arguments, every key that
the code names exists, no key is unused, and what is registered with the host is said in both languages."""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
LANGUAGES = ["en", "de"]
KEY = r"[a-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)+"
VALUE_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Not said to anyone: a command in Accelerators.xcu, the name of a function in old files, our own name.
NOT_SAID_FILES = {"Accelerators.xcu"}
NOT_SAID = {"CompatibilityName"}
OUR_NAME = "Keepable"
# Phrases that tables hand over in English, which is their key: only other languages have them.
PHRASE = "phrase."


def texts_of(language):
    texts = {}
    path = ROOT / f"extension/texts/keepable_{language}.properties"
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        key, _, text = line.partition("=")
        if key in texts:
            sys.exit(f"{path.name}: {key} stands there twice")
        texts[key] = text
    return texts


def arguments_in(text):
    return set(re.findall(r"\{\d+\}", text))


def language_problems(texts):
    english = texts["en"]
    for language in LANGUAGES[1:]:
        other = texts[language]
        for key in sorted(english.keys() ^ other.keys()):
            if key in other and key.startswith(PHRASE):
                continue
            yield f"{key} has a text in one language only"
        for key in sorted(english.keys() & other.keys()):
            if arguments_in(english[key]) != arguments_in(other[key]):
                yield f"{key} has other arguments in {language}"


def use_problems(keys, code):
    # Keys that code puts together end in a full stop: "plan.verdict." + word.
    whole = set(re.findall(rf'"({KEY})"', code))
    asked = set(re.findall(rf'(?:[tT]exts?_?|counted|say)\(\s*"({KEY})"', code))
    beginnings = set(re.findall(r'"([a-z][A-Za-z0-9_]*\.(?:[A-Za-z0-9_]+\.)*)"', code))

    def is_used(key):
        counted = re.sub(r"\.(one|many)$", "", key)
        return key in whole or counted in whole or any(key.startswith(b) for b in beginnings)
    for key in sorted(keys):
        if not is_used(key):
            yield f"{key} is not used"
    for key in sorted(asked):
        if not key.startswith("com.sun.") and key not in keys and f"{key}.one" not in keys:
            yield f"{key} is used and has no text"


def registration_problems():
    for path in sorted((ROOT / "registration").glob("*.xcu")):
        if path.name in NOT_SAID_FILES:
            continue
        for prop in ElementTree.parse(path).getroot().iter("prop"):
            name = prop.get("{http://openoffice.org/2001/registry}name")
            values = list(prop.iter("value"))
            said = {value.get(VALUE_LANGUAGE, "") for value in values} - {""}
            if not said or name in NOT_SAID or all(value.text == OUR_NAME for value in values):
                continue
            if not {language.split("-")[0] for language in said} >= set(LANGUAGES):
                yield f"{path.name}: {name} “{values[0].text}” is said in {', '.join(sorted(said))} only"



def main():
    texts = {language: texts_of(language) for language in LANGUAGES}
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("*.[ch]pp")))
    problems = [*language_problems(texts), *use_problems(texts["en"].keys(), code),
                *registration_problems()]
    if problems:
        sys.exit("\n".join(problems))
    print(f"{len(texts['en'])} texts in {len(LANGUAGES)} languages, all used")


if __name__ == "__main__":
    main()
