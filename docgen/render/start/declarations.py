"""The C declarations of WeasyPrint, parsed once and kept beside it.

cffi can write what it has parsed as a Python module, from which the same types come back without a
parser. Such a library is also opened by its name alone, where cffi otherwise runs the linker and a
compiler to find the file of every name that does not open.
"""

from __future__ import annotations

import ast
import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import SourceFileLoader
from importlib.util import find_spec, module_from_spec, spec_from_loader
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any

from docgen.files import write_whole
from docgen.report import DocgenError

PARSER = "cffi"


@contextmanager
def parsed() -> Iterator[None]:
    """Meanwhile `cffi.FFI()` is one that has all declarations already."""
    ready = _ready()
    if ready is None or PARSER in sys.modules:
        yield
        return
    stand_in = ModuleType(PARSER)
    stand_in.FFI = lambda: ready  # type: ignore[attr-defined]
    sys.modules[PARSER] = stand_in
    try:
        yield
    finally:
        del sys.modules[PARSER]


class _Declared:
    """All that an out-of-line FFI can do, for a module that goes on declaring."""

    def __init__(self, ffi: Any) -> None:
        for name in dir(ffi):
            if not name.startswith("_"):
                setattr(self, name, getattr(ffi, name))

    def cdef(self, source: str) -> None:
        """Take no notice: what is declared here is known."""


def _ready() -> _Declared | None:
    """The parsed declarations; None where they can be neither found nor kept."""
    spec = find_spec("weasyprint")
    if spec is None or spec.origin is None:
        return None
    package = Path(spec.origin).parent
    source = (package / "text" / "ffi.py").read_bytes()
    kept = package.parent / f"_docgen_{hashlib.sha256(source + _parser()).hexdigest()[:16]}.py"
    try:
        if not kept.exists():
            write_whole(kept, _written(source.decode(), kept.stem), lasting=False)
        return _Declared(_loaded(kept).ffi)
    except (DocgenError, OSError):
        return None


def _parser() -> bytes:
    """What the form of the kept module depends on."""
    import _cffi_backend

    return f"{_cffi_backend.__version__} {sys.version_info}".encode()


def _written(source: str, name: str) -> str:
    """The module that holds the declarations in `source`, which calls `ffi.cdef` with them."""
    import cffi
    from cffi.recompiler import make_py_source

    ffi = cffi.FFI()
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "ffi.cdef":
            ffi.cdef(ast.literal_eval(call.args[0]))
    ffi.set_source(name, None)
    written = StringIO()
    make_py_source(ffi, name, written)
    return written.getvalue()


def _loaded(path: Path) -> Any:
    loader = SourceFileLoader(path.stem, str(path))
    spec = spec_from_loader(path.stem, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module
