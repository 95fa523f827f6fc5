"""The project: settings, root addresses, server entry, middleware, system checks."""
