"""What each command of `docgen` does; the engine is loaded by the commands that need it."""

OUTPUT = "build"
"""The folder for what is made, under the root of the project."""
