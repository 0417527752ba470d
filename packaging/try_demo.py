#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Installs keepable.oxt in a throw-away profile and opens demo.ods, all in the current folder.

Either way the command "setup" turns its plain tables into a plan, highlighted. With --show in a window
with the sidebar open, until it is closed. Otherwise without a window: prints the deals that are not
KEEPABLE and writes the sheet of the deals to demo.pdf. packaging/try calls it."""
import collections
import datetime
import os
import subprocess
import sys
import time

HERE = os.getcwd()
PROFILE = f"-env:UserInstallation=file://{HERE}/profile"
NULL_DATE = datetime.date(1899, 12, 30)
# Heading of PROMISE_TABLE, heading in print, width; a negative width aligns to the right.
COLUMNS = [("Deal", "Deal", 8), ("Customer", "Customer", 24), ("Class", "Class", 9),
           ("Verdict", "Verdict", 10), ("Promised date", "Promised", 10),
           ("Earliest date", "Earliest", 10), ("Shortfall", "Short by", -9), ("Bottleneck", "On", 18)]
NO_TIP_OF_THE_DAY = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse">
<value>false</value></prop></item>
</oor:items>
"""


def fail(message):
    sys.exit(f"packaging/try: {message}")


def install():
    os.makedirs("profile/user")
    with open("profile/user/registrymodifications.xcu", "w", encoding="utf-8") as settings:
        settings.write(NO_TIP_OF_THE_DAY)
    done = subprocess.run(["unopkg", "add", "-f", "-s", "--suppress-license", PROFILE, "keepable.oxt"],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        fail(f"unopkg could not install the package:\n{done.stdout}")


def connect(office):
    import uno  # pylint: disable=import-outside-toplevel
    from com.sun.star.connection import NoConnectException  # pylint: disable=import-outside-toplevel
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(300):
        try:
            return resolver.resolve("uno:pipe,name=keepable-try;urp;StarOffice.ComponentContext")
        except NoConnectException:
            if office.poll() is not None:
                break
            time.sleep(0.2)
    return fail("LibreOffice does not answer")


def plan_of(document):
    """The text of the first cell that holds a plan."""
    for sheet in document.Sheets:
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(True)
        for row, formulas in enumerate(cursor.getFormulaArray()):
            for column, formula in enumerate(formulas):
                if formula.lower().startswith("=keepable.promises.plan"):
                    return sheet.getCellByPosition(column, row).String
    return fail("the demo workbook has no plan")


def text_of(heading, value):
    if value is None or value == "" or (heading == "Shortfall" and value == 0):
        return ""
    if heading in ("Promised date", "Earliest date") and isinstance(value, float):
        return (NULL_DATE + datetime.timedelta(days=int(value))).isoformat()
    return f"{value:,.2f} h" if heading == "Shortfall" else str(value)


def print_line(texts):
    cells = [f"{text:>{-width}}" if width < 0 else f"{text[:width]:<{width}}"
             for text, (_, _, width) in zip(texts, COLUMNS)]
    print("  ".join(cells).rstrip())


def print_conflicts(plan, table):
    headings, deals = table[0], [dict(zip(table[0], row)) for row in table[1:]]
    missing = [heading for heading, _, _ in COLUMNS if heading not in headings]
    if missing:
        fail(f"PROMISE_TABLE has no column {missing[0]}")
    print(f"\nPlan: {plan}\n\nDeals in trouble:\n")
    print_line([label for _, label, _ in COLUMNS])
    print_line(["-" * abs(width) for _, _, width in COLUMNS])
    conflicts = [deal for deal in deals if deal["Verdict"] not in ("KEEPABLE", "CLOSED")]
    for deal in conflicts:
        print_line([text_of(heading, deal[heading]) for heading, _, _ in COLUMNS])
    print()
    for verdict, count in collections.Counter(deal["Verdict"] for deal in deals).most_common():
        print(f"{count:6} {verdict}")
    for verdict in ("INFEASIBLE", "AT RISK", "CHECK ROW"):
        example = next((deal for deal in conflicts if deal["Verdict"] == verdict), None)
        if example:
            print(f"\n{example['Deal']}: {example['Reason']}")


def export_pdf(document):
    from com.sun.star.beans import PropertyValue  # pylint: disable=import-outside-toplevel
    import uno  # pylint: disable=import-outside-toplevel
    sheet = document.Sheets.getByName("Deals")
    area = sheet.createCursor()
    area.gotoEndOfUsedArea(True)

    def value(name, content):
        return PropertyValue(Name=name, Value=content)
    options = uno.Any("[]com.sun.star.beans.PropertyValue",
                      (value("Selection", sheet.getCellRangeByName(area.AbsoluteName)),))
    document.storeToURL(f"file://{HERE}/demo.pdf",
                        (value("FilterName", "calc_pdf_Export"), value("FilterData", options)))


def start(*options):
    return subprocess.Popen(  # pylint: disable=consider-using-with
        ["soffice", PROFILE, "--norestore", "--nologo", "--accept=pipe,name=keepable-try;urp", *options],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def command(context, document, name):
    """Runs one of Keepable's commands as a macro does; its sentence when it could not be done."""
    from com.sun.star.beans import PropertyValue  # pylint: disable=import-outside-toplevel
    dispatcher = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.DispatchHelper", context)
    outcome = dispatcher.executeDispatch(
        document.CurrentController.Frame, f"vnd.org.keepable.calc:{name}", "", 0,
        (PropertyValue(Name="Silent", Value=True),))
    if outcome is None or outcome.State != 1:
        fail(f"{name}: {outcome.Result if outcome else 'no such command'}")


def open_demo(office):
    context = connect(office)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(f"file://{HERE}/demo.ods", "_blank", 0, ())
    command(context, document, "setup")
    return context, desktop, document


def show():
    office = start("--nofirststartwizard")
    context, _, document = open_demo(office)
    command(context, document, "next")
    command(context, document, "show")  # opens the sidebar at the deal
    return office.wait()


def report():
    office = start("--headless")
    context, desktop, document = open_demo(office)
    plan = plan_of(document)
    functions = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.sheet.FunctionAccess", context)
    print_conflicts(plan, functions.callFunction("keepable.Promises.table", (plan,)))
    export_pdf(document)
    document.close(True)
    try:
        desktop.terminate()
    except Exception:  # pylint: disable=broad-except
        pass  # the connection may end before the answer comes
    code = office.wait(60)
    if code != 0:
        fail(f"LibreOffice ended with code {code}")


def main():
    install()
    if sys.argv[1:] == ["--show"]:
        os._exit(show())  # see below
    report()
    sys.stdout.flush()
    # The UNO bridge of Python may crash while it is taken down; all is done by now.
    os._exit(0)


if __name__ == "__main__":
    main()
