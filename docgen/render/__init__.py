"""Document → bytes: the writers, which only print."""
