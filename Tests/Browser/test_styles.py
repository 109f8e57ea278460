"""The style sheets: those of single pages must not reach into one another."""

import re

from relay import ROOT

SHEETS = sorted((ROOT / "Web/styles").glob("*.css"))
# What all pages share. The other sheets are for the pages that they are named after.
SHARED = ("1-", "2-", "3-")


def lone_classes(css):
    """The classes that are styled wherever they stand: selectors that are one class and nothing else."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    selectors = (selector.strip() for found in re.findall(r"([^{}]+)\{", css) for selector in found.split(","))
    return {selector for selector in selectors if re.fullmatch(r"\.[\w-]+", selector)}


def test_a_class_of_one_page_is_not_styled_by_the_sheet_of_another():
    styled = {}
    for sheet in SHEETS:
        if not sheet.name.startswith(SHARED):
            for name in lone_classes(sheet.read_text()):
                styled.setdefault(name, []).append(sheet.name)
    assert len(styled) > 100
    assert {name: sheets for name, sheets in styled.items() if len(sheets) > 1} == {}
