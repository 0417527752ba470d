#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Photographs Keepable at work on demo.ods in the current folder: take_screenshots.py light|dark

Writes pictures/<what>_<theme>.png. The screen, the window manager and the office are its own and end
with it. packaging/screenshots calls it."""
import os
import subprocess
import sys
import time
import traceback

import try_demo

PANELS = {"plan": "KeepablePlanPanel", "conflicts": "KeepableConflictsPanel",
          "capacity": "KeepableCapacityPanel"}
WINDOW = (1360, 860)
WIDTHS = {"narrow": 270, "wide": 480}  # pixels of the sidebar


def start_screen():
    reading, writing = os.pipe()
    screen = subprocess.Popen(  # pylint: disable=consider-using-with
        ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp", "-screen", "0",
         f"{WINDOW[0]}x{WINDOW[1]}x24"],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as number:
        os.environ["DISPLAY"] = ":" + number.readline().strip()
    manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL,  # pylint: disable=consider-using-with
                               stderr=subprocess.DEVNULL)
    return [manager, screen]


def deck_of(document):
    """The open deck. Its panels are good for as long as it is held."""
    sidebar = document.CurrentController.Sidebar
    for _ in range(100):
        if sidebar.getDecks().hasByName("KeepableDeck"):
            break
        time.sleep(0.1)
    deck = sidebar.getDecks().getByName("KeepableDeck")
    if not deck.isActive():
        deck.activate(True)
    return deck


def settle(seconds=3):
    """The office draws when it is idle; a picture has no other sign that it is done."""
    time.sleep(seconds)


def photograph(name, theme, left=0, top=0, bottom=WINDOW[1]):
    file = f"pictures/{name}_{theme}.png"
    subprocess.run(["import", "-window", "root", "-crop",
                    f"{WINDOW[0] - left}x{bottom - top}+{left}+{top}", "+repage", file], check=True)


def place(panel):
    """Left, top and bottom edge of a panel on the screen."""
    area = panel.getDialog().AccessibleContext
    corner, size = area.getLocationOnScreen(), area.getSize()
    return corner.X, corner.Y, corner.Y + size.Height


def set_width(panel, width):
    """Drags the edge between sheet and sidebar, which lies a few pixels left of the panel."""
    left = place(panel)[0]
    target = WINDOW[0] - width
    for start in range(left - 2, left - 14, -2):
        subprocess.run(["xdotool", "mousemove", str(start), "600", "mousedown", "1", "mousemove",
                        str((start + target) // 2), "600", "mousemove", str(target), "600",
                        "mouseup", "1"], check=True)
        settle(1)
        if abs(place(panel)[0] - left) > 5 or abs(left - target) < 10:
            return
    print(f"the sidebar keeps its width: {WINDOW[0] - left}", file=sys.stderr)


def photograph_all(context, document, theme):
    window = document.CurrentController.Frame.ContainerWindow
    window.setPosSize(0, 0, *WINDOW, 15)
    try_demo.command(context, document, "next")
    try_demo.command(context, document, "show")
    deck = deck_of(document)
    settle()
    photograph("sheet", theme)
    panels = deck.getPanels()
    for name, identifier in PANELS.items():
        if not panels.hasByName(identifier):
            continue
        panel = panels.getByName(identifier)
        panel.expand(True)  # the others fold up
        for width, pixels in WIDTHS.items():
            set_width(panel, pixels)
            settle(2)
            left, top, bottom = place(panel)
            photograph(f"{name}_{width}", theme, left, top, min(bottom, WINDOW[1]))


def main():
    theme = sys.argv[1]
    os.makedirs("pictures", exist_ok=True)
    try_demo.install()
    helpers = start_screen()
    os.environ["SAL_USE_VCLPLUGIN"] = "gtk3"
    os.environ["GTK_THEME"] = "Adwaita:dark" if theme == "dark" else "Adwaita"
    office = try_demo.start("--nofirststartwizard")
    helpers.insert(0, office)
    code = 0
    try:
        context, _, document = try_demo.open_demo(office)
        settle()
        photograph_all(context, document, theme)
    except BaseException:  # pylint: disable=broad-except
        traceback.print_exc()
        code = 1
    for helper in helpers:
        helper.kill()
    sys.stdout.flush()
    # The UNO bridge of Python may crash while it is taken down; all is done by now.
    os._exit(code)


if __name__ == "__main__":
    main()
