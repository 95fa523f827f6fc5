"""The demo newspaper's picture desk: flat prints made of a few inks, drawn with Pillow."""
