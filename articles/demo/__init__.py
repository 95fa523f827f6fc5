"""The demo newsroom: an invented city, its paper and half a year of stories. Data and pictures only."""
