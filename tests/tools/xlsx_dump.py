"""Prints what an XLSX file says, one fact a line, for tests to compare. Standard library only.

usage: xlsx_dump.py FILE.xlsx
"""

import re
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAW = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SHEET_DRAW = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
SIDES = ("top", "bottom", "left", "right", "diagonal")


def unescape(text):
    """Undoes _xHHHH_ as Excel does."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text or "")


def shown(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def attributes(element, skip=()):
    return " ".join(f"{k.split('}')[-1]}={v}" for k, v in sorted(element.attrib.items()) if k not in skip)


class Styles:
    def __init__(self, root):
        self.codes = {int(n.get("numFmtId")): n.get("formatCode") for n in root.iter(MAIN + "numFmt")}
        self.fonts = [self.font(f) for f in root.find(MAIN + "fonts")]
        self.fills = [self.fill(f) for f in root.find(MAIN + "fills")]
        self.borders = [self.border(b) for b in root.find(MAIN + "borders")]
        self.formats = [self.format(x) for x in root.find(MAIN + "cellXfs")]

    @staticmethod
    def font(font):
        marks = [k for k in ("b", "i", "u", "strike") if font.find(MAIN + k) is not None]
        color = font.find(MAIN + "color")
        rgb = color.get("rgb", "") if color is not None else ""
        parts = [font.find(MAIN + "name").get("val"), font.find(MAIN + "sz").get("val")] + marks
        return "/".join(parts + ([rgb] if rgb else []))

    @staticmethod
    def fill(fill):
        color = fill.find(f"{MAIN}patternFill/{MAIN}fgColor")
        return color.get("rgb") if color is not None else ""

    @staticmethod
    def border(border):
        parts = []
        for side in SIDES:
            line = border.find(MAIN + side)
            if line is None or not line.get("style"):
                continue
            color = line.find(MAIN + "color")
            rgb = color.get("rgb", "") if color is not None else ""
            way = "up" if side == "diagonal" and border.get("diagonalUp") else ""
            parts.append(f"{side}:{way}{line.get('style')}{rgb}")
        return ",".join(parts)

    def format(self, xf):
        alignment = xf.find(MAIN + "alignment")
        number = int(xf.get("numFmtId"))
        parts = [self.fonts[int(xf.get("fontId"))]]
        for name, text in (("code", self.codes.get(number, "" if number == 0 else f"#{number}")),
                           ("fill", self.fills[int(xf.get("fillId"))] if int(xf.get("fillId")) > 1 else ""),
                           ("border", self.borders[int(xf.get("borderId"))]),
                           ("align", attributes(alignment) if alignment is not None else "")):
            if text:
                parts.append(f"{name}[{text}]")
        return " ".join(parts)


class Book:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        assert self.zip.testzip() is None
        self.parts = {name: ET.fromstring(self.zip.read(name)) for name in self.zip.namelist()}
        strings = self.parts.get("xl/sharedStrings.xml")
        self.strings = [] if strings is None else ["".join(t.text or "" for t in s.iter(MAIN + "t")) for s in strings]
        self.styles = Styles(self.parts["xl/styles.xml"])

    def print(self):
        dates = sorted({info.date_time for info in self.zip.infolist()})
        print("zip-dates", *("-".join(map(str, d[:3])) for d in dates))
        core = self.parts["docProps/core.xml"]
        print("core", " ".join(f"{e.tag.split('}')[-1]}={e.text}" for e in core))
        print("formats", len(self.styles.formats), "fonts", len(self.styles.fonts), "normal", self.styles.fonts[0])
        workbook = self.parts["xl/workbook.xml"]
        for name in workbook.iter(MAIN + "definedName"):
            print("name", name.get("name"), name.get("localSheetId"), name.text)
        for index, sheet in enumerate(workbook.iter(MAIN + "sheet")):
            print("sheet", index, sheet.get("state", "visible"), sheet.get("name"))
            self.print_sheet(index)
        for name in sorted(n for n in self.parts if n.startswith("xl/charts/")):
            self.print_chart(name)
        for name in sorted(n for n in self.parts if re.match(r"xl/drawings/drawing\d+\.xml", n)):
            self.print_drawing(name)

    def print_sheet(self, index):
        root = self.parts[f"xl/worksheets/sheet{index + 1}.xml"]
        for column in root.iter(MAIN + "col"):
            print(f"{index} col {column.get('min')} {float(column.get('width')) * 7:.0f}/7")
        for row in root.iter(MAIN + "row"):
            print(f"{index} row {row.get('r')} {row.get('ht', '15')}{' hidden' if row.get('hidden') else ''}")
            for cell in row:
                print(f"{index} {cell.get('r')} {self.content(cell)} | {self.styles.formats[int(cell.get('s', 0))]}")
        for tag in ("mergeCell",):
            for element in root.iter(MAIN + tag):
                print(f"{index} merge {element.get('ref')}")
        for rule in root.iter(MAIN + "dataValidation"):
            print(f"{index} list {rule.get('sqref')} {rule.find(MAIN + 'formula1').text}")
        for block in root.iter(MAIN + "conditionalFormatting"):
            print(f"{index} condition {block.get('sqref')} {block.find(f'{MAIN}cfRule/{MAIN}formula').text}")
        for tag in ("pageMargins", "pageSetup", "pageSetUpPr", "pane", "printOptions", "sheetView"):
            for element in root.iter(MAIN + tag):
                print(f"{index} {tag} {attributes(element)}")
        breaks = [b.get("id") for b in root.iter(MAIN + "brk")]
        print(f"{index} breaks {' '.join(breaks)}".rstrip())
        for footer in root.iter(MAIN + "oddFooter"):
            print(f"{index} footer {footer.text}")

    def content(self, cell):
        kind = cell.get("t", "n")
        formula = cell.find(MAIN + "f")
        value = cell.find(MAIN + "v")
        text = value.text if value is not None else None
        if kind == "s":
            text, kind = self.strings[int(text)], "text"
        elif kind == "inlineStr":
            text, kind = "".join(t.text or "" for t in cell.iter(MAIN + "t")), "text"
        out = "blank" if text is None and formula is None else f"{kind} {shown(unescape(text))}".rstrip()
        return f"formula ={formula.text} -> {out}" if formula is not None else out

    def print_chart(self, name):
        root = self.parts[name]
        kinds = [k for k in ("barChart", "lineChart") if root.find(f".//{CHART}{k}") is not None]
        grouping = root.find(f".//{CHART}grouping")
        direction = root.find(f".//{CHART}barDir")
        print("chart", name, *kinds, direction.get("val") if direction is not None else "-",
              grouping.get("val") if grouping is not None else "-")
        for title in root.iter(CHART + "title"):
            print("chart-title", "".join(t.text for t in title.iter(DRAW + "t")))
        for series in root.iter(CHART + "ser"):
            for part in ("tx", "cat", "val"):
                element = series.find(CHART + part)
                formula = element.find(f".//{CHART}f")
                points = [v.text for v in element.iter(CHART + "v")]
                print(f"chart-{part}", formula.text if formula is not None else "", *points)
        for number in root.iter(CHART + "numFmt"):
            print("chart-code", number.get("formatCode"))

    def print_drawing(self, name):
        for anchor in self.parts[name]:
            corners = []
            for corner in ("from", "to"):
                place = anchor.find(SHEET_DRAW + corner)
                corners.append(",".join(e.text for e in place))
            alt = anchor.find(f".//{SHEET_DRAW}cNvPr").get("descr", "")
            print("drawing", name, *corners, alt)


Book(sys.argv[1]).print()
