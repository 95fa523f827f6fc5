"""The text editor of the story form."""
