"""Computed styles of WeasyPrint that elements have in common, though each has an id of its own.

WeasyPrint shares the style of elements with the same rules and the same parent. But an id is a rule
of its own to it, so that a paragraph with an id shares with no other, nor does anything within it.
Here such a paragraph has its own anchor and takes the rest from the first of its like; what is
within shares.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from weasyprint.css import ComputedStyle, StyleFor

OWN = "anchor"
"""What an id gives an element of its own; nothing inherits it."""


def share() -> None:
    """Let WeasyPrint, which is loaded, share styles from now on."""
    original = StyleFor.set_computed_styles

    def set_computed_styles(
        self: Any,
        element: Any,
        parent: Any,
        root: Any = None,
        pseudo_type: str | None = None,
        base_url: str | None = None,
        target_collector: Any = None,
    ) -> None:
        given = element, parent, root, pseudo_type, base_url, target_collector
        if parent is None or target_collector is None:  # the root, or a page
            original(self, *given)
            return
        computed = self.get_computed_styles()
        cascaded = self.get_cascaded_styles().get((element, pseudo_type), {})
        known = vars(self).setdefault("known", {})
        key = (id(like(computed[parent, None])), pseudo_type, *_rules(cascaded))
        first = known.get(key)
        if first is None:
            original(self, *given)
            known[key] = computed[element, pseudo_type]
        elif OWN in cascaded or OWN in first.cascaded:
            computed[element, pseudo_type] = own = _Like(first, cascaded)
            if own[OWN]:
                target_collector.collect_anchor(own[OWN])
        else:
            computed[element, pseudo_type] = first

    StyleFor.set_computed_styles = set_computed_styles


def like(style: Any) -> Any:
    """The style itself, or that which it takes all values but the anchor from."""
    return getattr(style, "first", style)


def _rules(cascaded: Mapping[str, tuple[Any, Any]]) -> tuple[Any, ...]:
    """What tells the rules of an element from those of another; each has its values only once."""
    return tuple(
        (name, id(value), weight) for name, (value, weight) in cascaded.items() if name != OWN
    )


class _Like(ComputedStyle):  # type: ignore[misc]
    """The style of an element that has all but the anchor in common with another."""

    def __init__(self, first: Any, cascaded: Any) -> None:
        known = first.parent_style, cascaded, first.pseudo_type, first.root_style
        super().__init__(*known, first.base_url, first.font_config, first.initial_page_sizes)
        self.first, self.specified = first, first.specified

    def __missing__(self, key: str) -> Any:
        value = self[key] = super().__missing__(key) if key == OWN else self.first[key]
        return value

    @property
    def anonymous_style(self) -> Any:
        """What boxes without an element inherit."""
        return self.first.anonymous_style
