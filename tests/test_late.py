"""Modules that are loaded when they are used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from docgen import late

ROOT = Path(__file__).parents[1]


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module that tells when it is loaded."""
    (tmp_path / "seldom_used.py").write_text(
        "import builtins\nbuiltins.loadings.append(__name__)\nsafe = True\nvalue = 'found'\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr("builtins.loadings", [], raising=False)
    yield "seldom_used"
    sys.modules.pop("seldom_used", None)


def loadings() -> list[str]:
    import builtins

    found: list[str] = vars(builtins)["loadings"]
    return found


def test_a_late_thing_is_found_when_it_is_called_or_looked_into() -> None:
    assert late.Late("math", "sqrt")(9) == 3
    assert late.Late("collections", "abc").Mapping
    assert late.Late("html.entities", "html5")["gt;"] == ">"
    assert "gt;" in late.Late("html.entities", "html5")


def test_a_module_is_loaded_once_when_it_is_first_looked_into(module: str) -> None:
    late.postpone(module)
    import seldom_used  # type: ignore[import-not-found]
    import seldom_used as again

    assert loadings() == []
    assert (seldom_used.value, again.value) == ("found", "found")
    assert loadings() == [module]
    assert type(seldom_used) is type(sys)


def test_other_threads_wait_until_it_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "import time\nbegun = True\ntime.sleep(0.1)\nvalue = 'found'\n"
    (tmp_path / "slowly_loaded.py").write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    late.postpone("slowly_loaded")
    module = sys.modules.pop("slowly_loaded")
    found = list[str]()
    threads = [Thread(target=lambda: found.append(module.value)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["found"] * 4


def test_one_that_cannot_be_loaded_says_so_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "never_loaded.py").write_text("import no_such_module\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    late.postpone("never_loaded")
    module = sys.modules.pop("never_loaded")
    for _ in range(2):
        with pytest.raises(ModuleNotFoundError, match="no_such_module"):
            module.value  # noqa: B018


def test_one_in_a_package_is_found_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rarely").mkdir()
    (tmp_path / "rarely" / "__init__.py").touch()
    (tmp_path / "rarely" / "used.py").write_text("value = 'found'\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    late.postpone("rarely", "rarely.used")
    import rarely.used  # type: ignore[import-not-found]

    assert {type(rarely), type(rarely.used)} == {late.Postponed}
    assert rarely.used.value == "found"
    assert type(rarely) is late.Postponed


def test_what_others_set_in_it_meanwhile_stays(module: str) -> None:
    late.postpone(module)
    import seldom_used

    seldom_used.safe = False
    assert (seldom_used.value, seldom_used.safe) == ("found", False)


def test_what_it_has_not_is_missed_as_ever(module: str) -> None:
    late.postpone(module)
    with pytest.raises(ImportError, match="cannot import name 'nothing'"):
        from seldom_used import nothing  # noqa: F401


def test_modules_that_are_there_or_nowhere_stay_so() -> None:
    late.postpone("json", "no_such_module")
    import json

    assert not isinstance(json, late.Postponed)
    with pytest.raises(ModuleNotFoundError):
        import no_such_module  # type: ignore[import-not-found]  # noqa: F401


def test_meanwhile_names_can_be_imported_without_their_module(module: str) -> None:
    with late.standing_in({module: late.names(module, "value")}):
        from seldom_used import value
    assert isinstance(value, late.Late)
    assert (module in sys.modules, loadings()) == (False, [])
    assert value.upper() == "FOUND"
    assert loadings() == [module]


def test_one_that_was_postponed_stays_so(module: str) -> None:
    late.postpone(module)
    postponed = sys.modules[module]
    with late.standing_in({module: late.names(module, "value")}):
        from seldom_used import value
    assert sys.modules[module] is postponed
    assert loadings() == []
    assert value.upper() == "FOUND"
    assert sys.modules[module] is postponed


def test_one_that_was_postponed_is_the_real_one_for_other_names(module: str) -> None:
    late.postpone(module)
    postponed = sys.modules[module]
    with late.standing_in({module: late.names(module, "value")}):
        from seldom_used import safe

        assert (safe, loadings()) == (True, [module])
    assert sys.modules[module] is postponed


def test_one_that_is_asked_for_another_name_gives_way(module: str) -> None:
    with late.standing_in({module: late.names(module, "value")}):
        from seldom_used import safe

        assert (safe, loadings()) == (True, [module])
    assert sys.modules[module].value == "found"


def test_where_one_of_them_is_there_nothing_takes_the_place_of_any(module: str) -> None:
    with late.standing_in({module: {}, "json": {}}):
        from json import dumps

        assert dumps(1) == "1"
        assert module not in sys.modules


def test_the_command_itself_needs_nothing_that_looks_into_functions() -> None:
    script = (
        "import sys; sys.argv[1:] = ['--version']\n"
        "import atexit; atexit.register(lambda: print('dis' in sys.modules))\n"
        "from docgen.__main__ import run; run()"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == "False"
