"""Classes of values, which differ from those of the standard library in their making alone."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import re
import typing  # noqa: F401 - in texts below
from dataclasses import (
    KW_ONLY,  # noqa: F401 - in texts below
    FrozenInstanceError,
    InitVar,  # noqa: F401 - in texts below
    field,
    fields,
    is_dataclass,
)
from typing import Any, ClassVar

import pytest

from docgen.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Port:
    """A port."""

    name: str
    berths: int = 2
    ships: tuple[str, ...] = ()
    seen: list[str] = field(default_factory=list, compare=False, repr=False)


@dataclass(slots=True)
class Quay:
    """A quay that grows."""

    length: float = 0.0
    lamps: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.length *= 2


@dataclass(frozen=True)
class Pier:
    """A pier without slots."""

    length: float


@dataclass(frozen=True, slots=True, eq=False)
class Buoy:
    """A buoy, which is only like itself."""

    colours: ClassVar = ("red", "green")
    at: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Berth:
    """A berth with its place in a row."""

    number: int


def test_values_are_given_by_place_by_name_or_not_at_all() -> None:
    port = Port("Anse", ships=("Alba",))
    assert (port.name, port.berths, port.ships, port.seen) == ("Anse", 2, ("Alba",), [])
    assert Port("Anse", 4) == Port(name="Anse", berths=4)


@pytest.mark.parametrize("given", [{}, {"name": "Anse", "tide": 1}])
def test_what_is_missing_or_unknown_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"Port\.__init__|missing|unexpected"):
        Port(**given)


def test_each_value_has_a_list_of_its_own() -> None:
    first, second = Quay(), Quay()
    first.lamps.append("red")
    assert second.lamps == []


def test_a_class_can_finish_its_values_itself() -> None:
    assert Quay(3.0).length == 6.0


def test_values_are_alike_when_all_that_counts_in_them_is() -> None:
    assert Port("Anse", seen=["a"]) == Port("Anse", seen=["b"])
    assert hash(Port("Anse", seen=["a"])) == hash(Port("Anse"))
    assert Port("Anse") != Port("Bay")
    assert Port("Anse") != Pier(1.0)
    assert Pier(1.0) == Pier(1.0)
    assert Buoy() != Buoy()


def test_what_can_change_is_no_key() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(Quay())


def test_a_value_shows_its_fields() -> None:
    assert repr(Port("Anse")) == "Port(name='Anse', berths=2, ships=())"


@pytest.mark.parametrize("value", [Port("Anse"), Pier(1.0)])
def test_a_frozen_value_stays_as_it_is(value: Any) -> None:
    name = fields(value)[0].name
    with pytest.raises(FrozenInstanceError, match=name):
        setattr(value, name, 0)
    with pytest.raises(FrozenInstanceError, match=name):
        delattr(value, name)


@pytest.mark.parametrize("value", [Port("Anse", 3, seen=["a"]), Quay(2.0), Pier(1.0), Berth(1)])
def test_values_are_copied_and_sent(value: object) -> None:
    assert copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value


@pytest.mark.parametrize("value", [Port("Anse", ships=("Alba",)), Berth(1), Pier(1.0)])
def test_a_copy_has_other_values_in_some_fields(value: Any) -> None:
    name = fields(value)[0].name
    assert replace(value, **{name: 7}) == dataclasses.replace(value, **{name: 7})
    with pytest.raises(TypeError, match="tide"):
        replace(value, tide=1)


def test_the_standard_library_takes_them_for_its_own() -> None:
    assert is_dataclass(Port)
    assert dataclasses.replace(Port("Anse"), berths=3) == Port("Anse", 3)
    assert [one.name for one in fields(Port)] == ["name", "berths", "ships", "seen"]
    match Port("Anse", 5):
        case Port(name, berths):
            assert (name, berths) == ("Anse", 5)


@pytest.mark.parametrize("name", ["Port", "Quay", "Pier", "Buoy", "Berth"])
def test_each_field_is_described_as_by_the_standard_library(name: str) -> None:
    source = inspect.getsource(globals()[name]).replace("@dataclass", "@dataclasses.dataclass")
    known = {**globals()}
    exec(f"from __future__ import annotations\n{source}", known)

    def shown(kind: Any) -> list[str]:
        return [re.sub(r"<function .*?>|object at \w+", "", repr(one)) for one in fields(kind)]

    assert shown(globals()[name]) == shown(known[name])


def test_what_belongs_to_the_class_is_no_field() -> None:
    assert Buoy.colours == ("red", "green")
    assert [one.name for one in fields(Buoy)] == ["at"]


def test_values_have_an_order_if_their_class_has() -> None:
    one, two = Berth(1), Berth(2)
    assert (one < two, one <= one, two > one, two >= two) == (True,) * 4
    assert (two < one, two <= one, one > two, one >= two) == (False,) * 4
    with pytest.raises(TypeError, match="not supported"):
        assert Berth(1) < Pier(1.0)  # type: ignore[operator]
    with pytest.raises(TypeError, match="not supported"):
        assert Port("Anse") < Port("Bay")  # type: ignore[operator]


@pytest.mark.parametrize("make", [dataclass, dataclasses.dataclass])
def test_a_class_can_rest_on_another(make: Any) -> None:
    @make(frozen=True)
    class Long(Pier):
        lamps: int = 0

    assert Long(1.0, 2) == Long(1.0, 2)
    assert (Long(length=1.0).length, Long(1.0, 2).lamps) == (1.0, 2)
    assert Long(1.0) != Pier(1.0)


ALIKE = [
    "class Made:\n    port: list = []",
    "class Made:\n    port: set = field(default=set())",
    "class Made:\n    port: int = 0\n    quay: int",
    "class Made:\n    port: InitVar[int] = 1\n    quay: int = 0",
    "class Made:\n    port: typing.ClassVar[int] = 1\n    quay: int = 0",
    "class Made:\n    port: int\n    _: KW_ONLY\n    quay: int = 0",
    "class Made:\n    port: int = field(kw_only=True)\n    quay: int = 0",
    "class Made:\n    port: int = field(init=False, default=3)\n    quay: int = 0",
    "class Made:\n    port: int = field(hash=False, default=3)\n    quay: int = 0",
    "class Made:\n    port: int\n    def __eq__(self, other): return True",
]


@pytest.mark.parametrize("text", ALIKE)
@pytest.mark.parametrize("slots", [False, True])
def test_what_is_unusual_is_as_in_the_standard_library(text: str, slots: bool) -> None:
    def made(make: Any) -> Any:
        known = {**globals()}
        try:
            exec(f"from __future__ import annotations\n{text}", known)
            found = make(frozen=True, slots=slots)(known["Made"])
            value = found(port=1)
        except (TypeError, ValueError) as error:
            return str(error)
        return (
            [repr(one) for one in fields(found)],
            repr(value),
            hash(value),
            copy.copy(value) == value,
        )

    def plain(told: Any) -> str:
        return re.sub(r"0x\w+", "", repr(told))

    assert plain(made(dataclass)) == plain(made(dataclasses.dataclass))


@pytest.mark.parametrize("value", [Port("Anse", ships=("Alba",)), Pier(1.0), Berth(1)])
def test_a_value_can_be_taken_apart(value: Any) -> None:
    names = [one.name for one in fields(value)]
    assert dataclasses.asdict(value) == {name: getattr(value, name) for name in names}
    assert dataclasses.astuple(value) == tuple(getattr(value, name) for name in names)
    assert copy.copy(value) == value


def test_options_that_are_not_known_here_are_those_of_the_standard_library() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)  # type: ignore[call-overload, unused-ignore]
    class Lock:
        """A lock."""

        width: int
        length: int = 2

    with pytest.raises(TypeError, match="positional"):
        Lock(1, 2)  # type: ignore[misc]
    assert copy.copy(Lock(width=3)) == Lock(width=3)


def test_the_kinds_of_fields_can_be_types() -> None:
    made: Any = dataclass(type("Made", (), {"__annotations__": {"port": int}}))
    assert made(port=1).port == 1
