"""A Word file edited in LibreOffice: opened, words replaced, a paragraph typed, fields updated."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

needs_office = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is not installed"
)

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false"><library:element library:name="Typing"/></library:library>"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Typing"
 script:language="StarBasic">{}</script:module>"""
_BASIC = """
Sub Work(source As String, target As String, old As String, come As String, after As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  paper = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  If old <> "" Then
    change = paper.createReplaceDescriptor()
    change.SearchString = old
    change.ReplaceString = come
    paper.replaceAll(change)
  End If
  If after <> "" Then
    search = paper.createSearchDescriptor()
    search.SearchString = after
    found = paper.findFirst(search)
    cursor = found.Text.createTextCursorByRange(found.getEnd())
    cursor.gotoEndOfParagraph(False)
    found.Text.insertControlCharacter(cursor, 0, False)
    found.Text.insertString(cursor, "Typed in the office.", False)
    paper.getTextFields().refresh()
  End If
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "MS Word 2007 XML"
  paper.storeToURL(ConvertToURL(target), kind())
  paper.close(True)
End Sub
"""


def work(source: Path, old: str = "", new: str = "", after: str = "") -> Path:
    """Save a file anew, with `new` for each `old`, and a paragraph after the one with `after`."""
    target = source.with_name(f"office-{source.name}")
    arguments = ",".join(f'"{one}"' for one in (source, target, old, new, after))
    command = ["soffice", _profile(source.parent), "--headless"]
    call = f"macro:///Standard.Typing.Work({arguments})"
    subprocess.run([*command, call], check=True, capture_output=True, timeout=120)
    assert target.exists(), "LibreOffice has not saved the file"
    return target


def _profile(folder: Path) -> str:
    """A profile of LibreOffice that holds the macro; its first start makes what it lacks."""
    basic = folder / "profile" / "user" / "basic" / "Standard"
    option = f"-env:UserInstallation=file://{folder / 'profile'}"
    if not basic.exists():
        start = ["soffice", option, "--headless", "--terminate_after_init"]
        subprocess.run(start, check=True, capture_output=True, timeout=120)
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "script.xlb").write_text(_LIBRARY, "utf-8")
        (basic / "Typing.xba").write_text(_MODULE.format(escape(_BASIC)), "utf-8")
    return option
