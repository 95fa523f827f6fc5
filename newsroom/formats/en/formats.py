"""English in all its kinds: 13 Nov 2026, 13:05."""

DATETIME_FORMAT = SHORT_DATETIME_FORMAT = "j M Y, H:i"
