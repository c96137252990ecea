"""The templates of a style, each compiled once and kept with what Python compiles of this package.

To compile those of a report takes as long as to fill them twice. They are kept where Python keeps
modules, not in a project: whoever can write there could have anything run.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

from docgen.late import names, standing_in
from docgen.render.filters import FILTERS
from docgen.store import NOWHERE_KEPT, Store, digest

COMPILING = {
    "jinja2.compiler": names("jinja2.compiler", "CodeGenerator", "generate"),
    "jinja2.lexer": names("jinja2.lexer", "Lexer", "TokenStream", "get_lexer"),
    "jinja2.parser": names("jinja2.parser", "Parser"),
}
"""What compiles templates, which is loaded when there is one to compile."""

with standing_in(COMPILING), standing_in({"inspect": names("inspect", "getattr_static")}):
    import jinja2
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from jinja2.bccache import Bucket, BytecodeCache
    from jinja2.sandbox import ImmutableSandboxedEnvironment


@cache
def environment(folder: Path) -> Environment:
    """The templates in `folder`, which can do nothing but print what they are given."""
    made = Sandbox(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Compiled(_kept()),
    )
    made.filters.update(FILTERS)
    return made


class Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox of Jinja2, which is asked once for each kind of thing what templates may see.

    Its answer depends on nothing but the type of a thing and the name of what is wanted of it.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._known: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether templates may use `value`, which `obj` has under that name."""
        key = type(obj), attr
        if key not in self._known:
            self._known[key] = super().is_safe_attribute(obj, attr, value)
        return self._known[key]


def _kept() -> Store:
    """Where compiled templates are kept, if Python may keep modules."""
    return NOWHERE_KEPT if sys.dont_write_bytecode else Store(Path(__file__).parent / "__pycache__")


class Compiled(BytecodeCache):
    """Templates by their texts, in a store that tells whether they are whole."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket`, if its template was compiled before."""
        if data := self.store.find(_name(bucket)):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what `bucket` holds."""
        self.store.keep(_name(bucket), bucket.bytecode_to_string())


def _name(bucket: Bucket) -> str:
    """How the template is called in the store; another version would compile it otherwise."""
    state = Path(__file__).stat().st_mtime_ns
    return digest("template", jinja2.__version__, sys.version, state, bucket.checksum)
