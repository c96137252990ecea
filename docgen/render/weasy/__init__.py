"""Corrections of the page engine, each for the one version it was written against."""
