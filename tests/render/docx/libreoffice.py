"""LibreOffice as an editor: what people type into a Word file there, and what it then says."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from html import escape
from pathlib import Path

TIMEOUT = 120
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edit"
  script:language="StarBasic">
Sub Edit
  On Error GoTo Failed
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = True
  text = StarDesktop.loadComponentFromURL({source}, "_blank", 0, options())
  {insertions}
  text.TextFields.refresh()
  Dim place As Integer
  For place = 0 To text.DocumentIndexes.Count - 1
    text.DocumentIndexes.getByIndex(place).update()
  Next place
  Dim filter(1) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Text (encoded)"
  filter(1).Name = "FilterOptions"
  filter(1).Value = "UTF8"
  text.storeToURL({shown}, filter())
  filter(0).Value = "MS Word 2007 XML"
  filter(1).Value = ""
  text.storeToURL({saved}, filter())
  text.close(True)
  Exit Sub
Failed:
  Open {failed} For Output As #1
  Print #1, Error(Err) &amp; " in line " &amp; Erl
  Close #1
  StarDesktop.terminate()
End Sub
Sub Insert(text, after, words)
  search = text.createSearchDescriptor()
  search.SearchString = after
  search.SearchCaseSensitive = True
  found = text.findFirst(search)
  cursor = found.Text.createTextCursorByRange(found)
  style = cursor.ParaStyleName
  cursor.gotoEndOfParagraph(False)
  found.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, _
    False)
  found.Text.insertString(cursor, words, False)
  If style &lt;&gt; cursor.ParaStyleName Then
    cursor.ParaStyleName = style
  End If
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
  library:readonly="false" library:passwordprotected="false">
  <library:element library:name="Edit"/>
</library:library>
"""


class Editor:
    """LibreOffice with a profile of its own in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def edit(self, source: Path, insertions: Iterable[tuple[str, str]]) -> tuple[str, Path]:
        """Type paragraphs into `source`, update the fields and the contents list.

        The result is the text and the saved file. Every insertion is a paragraph of the same style
        behind the one in which some words stand: (these words, the words of the new paragraph).
        """
        shown, saved = (
            source.with_name(f"{source.stem}-edited.{kind}") for kind in ("txt", "docx")
        )
        failed = source.with_suffix(".failed")
        typed = (f"Insert(text, {_string(after)}, {_string(words)})" for after, words in insertions)
        self._run("--terminate_after_init")
        module = _MODULE.format(
            source=_string(source.as_uri()),
            shown=_string(shown.as_uri()),
            saved=_string(saved.as_uri()),
            failed=_string(str(failed)),
            insertions=escape("\n  ".join(typed), quote=False),
        )
        # The profile must be there before it gets a macro: LibreOffice begins with its own.
        standard = self.folder / "user" / "basic" / "Standard"
        (standard / "Edit.xba").write_text(module, "utf-8")
        (standard / "script.xlb").write_text(_LIBRARY, "utf-8")
        self._run("macro:///Standard.Edit.Edit")
        assert not failed.exists(), failed.read_text("utf-8")
        return shown.read_text("utf-8-sig"), saved

    def _run(self, command: str) -> None:
        profile = f"-env:UserInstallation={self.folder.as_uri()}"
        subprocess.run(
            ["soffice", profile, "--headless", command],
            check=True,
            capture_output=True,
            timeout=TIMEOUT,
        )


def _string(words: str) -> str:
    """A literal of Basic."""
    return '"' + words.replace('"', '""') + '"'
