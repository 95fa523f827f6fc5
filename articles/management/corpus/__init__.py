"""A newspaper's archive out of nothing, of any size, the same for the same seed: for measuring, never to be read.

`world` makes whom and what the stories speak of, `lives` one story after the other, `loading` writes them in bulk. What
readers and the desk get of a story is made by the product's own functions: it is what a publication would write.
"""
