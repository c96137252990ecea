"""What is still to be translated, revised or approved: told as problems, listed on a last page."""

from __future__ import annotations

from docgen.outstanding.listing import finished, with_list
from docgen.outstanding.places import places
from docgen.outstanding.telling import LISTED, tell

__all__ = ["LISTED", "finished", "places", "tell", "with_list"]
