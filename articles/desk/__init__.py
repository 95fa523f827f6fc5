"""Staff screens that are not model admin."""
