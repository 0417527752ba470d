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

WIDTH, HEIGHT = 1360, 900
# Panel, width of its contents in pixels.
PICTURES = {"light": [("Plan", 250), ("Review", 320), ("Capacity", 450)],
            "dark": [("Conflicts", 450), ("Meeting", 320), ("Capacity", 250)]}
# With gtk3 the office does not know where on the screen its windows are, so these are measured: the
# sidebar's column of buttons, the edge left of a panel, the top of the deck and the bar at the bottom.
BUTTONS, EDGE, TOP, BOTTOM = 50, 8, 125, 28


def start_screen():
    reading, writing = os.pipe()
    screen = subprocess.Popen(  # pylint: disable=consider-using-with
        ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp", "-screen", "0", f"{WIDTH}x{HEIGHT}x24"],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as number:
        os.environ["DISPLAY"] = ":" + number.readline().strip()
    manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL,  # pylint: disable=consider-using-with
                               stderr=subprocess.DEVNULL)
    return [manager, screen]


def mouse(*actions):
    subprocess.run(["xdotool", *(str(action) for action in actions)], check=True, timeout=20)


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


def settle(seconds=2):
    """The office draws when it is idle; a picture has no other sign that it is done."""
    time.sleep(seconds)


def photograph(name, theme, *options):
    subprocess.run(["import", "-window", "root", *options, f"pictures/{name}_{theme}.png"], check=True,
                   timeout=30)


def width_of(panel):
    return panel.getDialog().AccessibleContext.getSize().Width


def set_width(panel, width):
    """Drags the edge between sheet and sidebar."""
    for offset in (0, -2, 2, -4, 4):
        before = width_of(panel)
        if abs(before - width) < 10:
            return
        start = WIDTH - BUTTONS - before - EDGE + offset
        way = before - width
        mouse("mousemove", start, 640, "mousedown", 1)
        for part in range(1, 11):
            mouse("mousemove", start + way * part // 10, 640)
        mouse("mouseup", 1)
        settle(1)
    print(f"the sidebar keeps its width: {width_of(panel)}", file=sys.stderr)


def photograph_panel(panel, name, theme):
    # Without the blank below, and with an even edge.
    left = WIDTH - BUTTONS - width_of(panel)
    mouse("mousemove", 400, 640)
    settle()
    photograph(name, theme, "-crop", f"{WIDTH - BUTTONS - left}x{HEIGHT - BOTTOM - TOP}+{left}+{TOP}",
               "+repage", "-trim", "+repage")


def photograph_all(context, document, theme):
    document.CurrentController.Frame.ContainerWindow.IsMaximized = True
    try_demo.command(context, document, "next")
    try_demo.command(context, document, "show")
    deck = deck_of(document)
    panels = deck.getPanels()
    set_width(panels.getByName("KeepablePlanPanel"), 320)
    mouse("mousemove", 400, 640)
    settle()
    photograph("sheet", theme)
    for name, width in PICTURES[theme]:
        panel = panels.getByName(f"Keepable{name}Panel")
        panel.expand(True)  # the others fold up
        settle(1)
        set_width(panel, width)
        photograph_panel(panel, name.lower(), theme)


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
    sys.stderr.flush()
    # The UNO bridge of Python may crash while it is taken down; all is done by now.
    os._exit(code)


if __name__ == "__main__":
    main()
