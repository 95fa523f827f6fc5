"""The newsroom's one domain: stories from the first note to the reader, in layers (docs/architecture.md)."""
