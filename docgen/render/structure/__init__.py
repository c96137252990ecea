"""The structure of a tagged PDF, built from what the page engine laid out.

WeasyPrint tags running heads as text, begins a new element on every page, knows no notes and loses
languages. This package builds the whole tree anew from the boxes of the pages and the places of
their content (PDF/UA-1, ISO 14289-1; PDF/A-3 level A, ISO 19005-3).

    node              an element of structure, what it holds
    roles             which element of HTML becomes which element of structure
    reading           the boxes of the pages as one tree
    lists, tables     facts of lists and tables; headings without gaps
    writing           the tree as objects of the file
    ---- what is not text ----
    furniture         content that is no part of the structure
    links             one place of a link on each line
    notes             links between marks and notes
    spaces            words kept apart where lines end
    xmp, sources      metadata; attached files
    pictures          pictures as PDF/A allows them
    finish            details of the finished file
    hooks, version    the names of WeasyPrint replaced; whether they are there
"""

from docgen.render.structure.version import check

__all__ = ["check"]
