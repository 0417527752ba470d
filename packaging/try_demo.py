#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Installs keepable.oxt in a throw-away profile and opens demo.ods, all in the current folder.

With --show in a window, until it is closed. Otherwise without a window: prints the deals that are not
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
COLUMNS = [("Deal", 9), ("Customer", 24), ("Class", 9), ("Promised date", 10), ("Verdict", 10),
           ("Earliest date", 10), ("Shortfall", 9), ("Bottleneck", 18)]
MOST_ROWS = 40


def fail(message):
    sys.exit(f"packaging/try: {message}")


def install():
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
    if value is None or value == "":
        return ""
    if heading in ("Promised date", "Earliest date") and isinstance(value, float):
        return (NULL_DATE + datetime.timedelta(days=int(value))).isoformat()
    return f"{value:,.2f}" if isinstance(value, float) else str(value)


def print_conflicts(plan, table):
    headings, deals = table[0], [dict(zip(table[0], row)) for row in table[1:]]
    missing = [name for name, _ in COLUMNS if name not in headings]
    if missing:
        fail(f"PROMISE_TABLE has no column {missing[0]}")
    print(f"\nPlan: {plan}\n")
    print("  ".join(f"{name:{width}.{width}}" for name, width in COLUMNS))
    print("  ".join("-" * width for _, width in COLUMNS))
    conflicts = [deal for deal in deals if deal["Verdict"] not in ("KEEPABLE", "CLOSED")]
    for deal in conflicts[:MOST_ROWS]:
        print("  ".join(f"{text_of(name, deal[name]):{width}.{width}}" for name, width in COLUMNS).rstrip())
    if len(conflicts) > MOST_ROWS:
        print(f"… and {len(conflicts) - MOST_ROWS} more")
    print()
    for verdict, count in collections.Counter(deal["Verdict"] for deal in deals).most_common():
        print(f"{count:6} {verdict}")
    if conflicts:
        print(f"\nFor example {conflicts[0]['Deal']}: {conflicts[0]['Reason']}")


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


def report():
    office = subprocess.Popen(  # pylint: disable=consider-using-with
        ["soffice", PROFILE, "--headless", "--norestore", "--nologo",
         "--accept=pipe,name=keepable-try;urp"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    context = connect(office)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(f"file://{HERE}/demo.ods", "_blank", 0, ())
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
        sys.exit(subprocess.run(["soffice", PROFILE, "--norestore", "--nofirststartwizard", "demo.ods"],
                                check=False).returncode)
    report()
    sys.stdout.flush()
    # The UNO bridge of Python may crash while it is taken down; all is done by now.
    os._exit(0)


if __name__ == "__main__":
    main()
