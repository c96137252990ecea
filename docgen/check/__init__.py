"""Finished files → what they hold, read back without the writers."""
