"""A Word file that came back from colleagues: what was changed, and taking it over."""
