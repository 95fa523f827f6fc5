"""The desk's forms and lists."""
