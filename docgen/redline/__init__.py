"""Two Word files of one document → the newer with tracked changes against the older."""

from docgen.redline.merge import merge
from docgen.redline.summary import Change

__all__ = ["Change", "merge"]
