"""The project as pages in a browser: documents, how they will look, and their translations.

Starlette answers, uvicorn listens, watchfiles tells what was saved. Only `docgen preview` loads
them.
"""

from __future__ import annotations

from docgen.preview.application import application
from docgen.preview.desk import Desk
from docgen.preview.guard import Guard, Keys
from docgen.preview.press import press
from docgen.preview.serving import Place, listen, serve

__all__ = ["Desk", "Guard", "Keys", "Place", "application", "listen", "press", "serve"]
