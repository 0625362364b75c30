#!/usr/bin/env python3
"""Writes Excel forms as offices draw them, with placeholders, for the system tests.

make_excel_form.py list FILE      a ruled list of everyone, with a count below (each, formula, merge, print titles)
make_excel_form.py numbered FILE  ten numbered names in two columns, as schools print their seating
make_excel_form.py foreign FILE   a placeholder of another tool, and none of ours
"""
import sys
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

STYLES = f"""<styleSheet xmlns="{MAIN}">
<fonts count="2"><font><sz val="11"/><name val="ＭＳ 明朝"/></font><font><b/><sz val="16"/><name val="ＭＳ 明朝"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="4"><xf/>
<xf fontId="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>
<xf borderId="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>
<xf borderId="1" applyAlignment="1"><alignment vertical="center"/></xf></cellXfs>
</styleSheet>"""

PLAIN, TITLE, CENTRE, LEFT = range(4)


def cell(place, text, style=PLAIN):
    if text is None:
        return f'<c r="{place}" s="{style}"/>'
    if text.startswith("="):
        return f'<c r="{place}" s="{style}"><f>{escape(text[1:])}</f><v>0</v></c>'
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def row(number, height, cells):
    return f'<row r="{number}" ht="{height}" customHeight="1">{"".join(cells)}</row>'


def sheet(widths, rows, merges, extra=""):
    columns = "".join(f'<col min="{i}" max="{i}" width="{w}" customWidth="1"/>' for i, w in enumerate(widths, 1))
    merged = "".join(f'<mergeCell ref="{m}"/>' for m in merges)
    merged = f'<mergeCells count="{len(merges)}">{merged}</mergeCells>' if merges else ""
    return (f'<worksheet xmlns="{MAIN}"><sheetFormatPr defaultRowHeight="18"/><cols>{columns}</cols>'
            f'<sheetData>{"".join(rows)}</sheetData>{merged}'
            '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
            f'<pageSetup paperSize="9" orientation="portrait"/>{extra}</worksheet>')


def write(path, xml, names=""):
    parts = {
        "[Content_Types].xml":
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
        "_rels/.rels":
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml":
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELS}"><sheets><sheet name="様式" sheetId="1" r:id="rId1"/></sheets>'
            f'{names}</workbook>',
        "xl/_rels/workbook.xml.rels":
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{RELS}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{RELS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": xml,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)


def list_form(path):
    rows = [
        row(1, 30, [cell("A1", "職員名簿（{{団体名}}）", TITLE)]),
        row(2, 21, [cell("A2", "番号", CENTRE), cell("B2", "氏名", CENTRE), cell("C2", "所属", CENTRE)]),
        row(3, 24, [cell("A3", "{{#each 職員}}{{職員番号}}", CENTRE), cell("B3", "{{氏名}}", LEFT),
                    cell("C3", "{{所属名}}{{/each}}", LEFT)]),
        row(4, 24, [cell("A4", "計", CENTRE), cell("B4", '=COUNTA(B3:B3)&"人"', CENTRE), cell("C4", None, LEFT)]),
    ]
    names = "<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">様式!$1:$2</definedName></definedNames>"
    footer = "<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>"
    write(path, sheet([12, 30, 30], rows, ["A1:C1"], footer), names)


def numbered_form(path):
    rows = [row(1, 30, [cell("A1", "座席表", TITLE)])]
    for i in range(5):
        rows.append(row(i + 2, 40, [cell(f"A{i + 2}", "{{氏名_%d}}" % (i + 1), CENTRE),
                                    cell(f"B{i + 2}", "{{氏名_%d}}" % (i + 6), CENTRE)]))
    write(path, sheet([36, 36], rows, ["A1:B1"]))


def foreign_form(path):
    rows = [row(1, 30, [cell("A1", "通知書", TITLE)]), row(2, 24, [cell("A2", "${name} 様", LEFT)])]
    write(path, sheet([60], rows, []))


if __name__ == "__main__":
    {"list": list_form, "numbered": numbered_form, "foreign": foreign_form}[sys.argv[1]](sys.argv[2])
