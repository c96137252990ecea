"""Word files opened in LibreOffice, all their changes accepted or rejected there, and saved."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

needs_office = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is not installed"
)

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false"><library:element
 library:name="Deciding"/></library:library>"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Deciding"
 script:language="StarBasic">{}</script:module>"""
_BASIC = """
Sub Decide(source As String, target As String, command As String, kind As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  text = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  If command <> "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    frame = text.CurrentController.Frame
    dispatcher.executeDispatch(frame, ".uno:" & command & "AllTrackedChanges", "", 0, Array())
  End If
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = kind
  text.storeToURL(ConvertToURL(target), filter())
  text.close(True)
End Sub
"""


def profile(folder: Path) -> str:
    """A profile of LibreOffice in `folder` that holds the macro."""
    basic = folder / "profile" / "user" / "basic" / "Standard"
    if not basic.exists():
        start = ["soffice", f"-env:UserInstallation=file://{folder / 'profile'}", "--headless"]
        subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True)
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "script.xlb").write_text(_LIBRARY, "utf-8")
        (basic / "Deciding.xba").write_text(_MODULE.format(escape(_BASIC)), "utf-8")
    return f"-env:UserInstallation=file://{folder / 'profile'}"


def decide(folder: Path, source: Path, target: Path, command: str, kind: str) -> None:
    """Open `source`, `command` "Accept", "Reject" or nothing, and save it as `target`."""
    arguments: Iterable[str] = (str(source), str(target), command, kind)
    call = ",".join(f'"{argument}"' for argument in arguments)
    macro = f"macro:///Standard.Deciding.Decide({call})"
    subprocess.run(
        ["soffice", profile(folder), "--headless", macro], check=True, capture_output=True
    )
    assert target.exists(), "LibreOffice has not saved the file"
