"""Benchmarks against other programs; run by `make bench`."""
