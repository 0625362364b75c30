"""Types into cells of a workbook's first sheet, as a clerk would, for tests. Standard library only.

usage: xlsx_edit.py IN.xlsx OUT.xlsx [CELL=VALUE]… [--no-properties]

A number is typed as a number, anything else as text, nothing empties the cell; formulas are overwritten.
"""

import re
import sys
import zipfile
from xml.sax.saxutils import escape

SHEET = "xl/worksheets/sheet1.xml"


def content(value):
    if value == "":
        return "", ""
    if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
        return "", f"<v>{value}</v>"
    return ' t="inlineStr"', f"<is><t>{escape(value)}</t></is>"


def typed(xml, address, value):
    pattern = re.compile(rf'<c r="{address}"((?: s="[0-9]+")?)[^>]*?(?:/>|>.*?</c>)', re.S)
    kind, inside = content(value)
    changed, count = pattern.subn(lambda at: f'<c r="{address}"{at[1]}{kind}>{inside}</c>', xml)
    if count != 1:
        sys.exit(f"{address}: {count} cells")
    return changed


def main():
    source, target, *edits = sys.argv[1:]
    drop = "--no-properties" in edits
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == SHEET:
                xml = data.decode()
                for edit in edits:
                    if "=" in edit:
                        xml = typed(xml, *edit.split("=", 1))
                data = xml.encode()
            if not (drop and name == "docProps/custom.xml"):
                new.writestr(name, data)


main()
