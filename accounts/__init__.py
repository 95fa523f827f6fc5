"""Users, roles and invitations. Imports nothing of ours."""
