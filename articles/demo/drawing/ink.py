"""Paper, inks and the few marks every scene is made of. Coordinates are those of a sheet 1800 wide and 1200 high."""

import math
import random
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw

WIDTH, HEIGHT = 1800, 1200

INKS = {
    "paper": "#F4ECDD",
    "cream": "#EAD9B8",
    "straw": "#EBC375",
    "ochre": "#DE9A34",
    "coral": "#E0694A",
    "brick": "#A8432F",
    "blush": "#EDB8A0",
    "plum": "#55385A",
    "moss": "#6B8350",
    "pine": "#2E5247",
    "mist": "#B9CFCB",
    "sea": "#76A9A8",
    "teal": "#2F7076",
    "slate": "#596E7E",
    "navy": "#21405F",
    "night": "#14243A",
}

# What each time of day prints with; every scene asks for a part, never for a colour.
# fmt: off
PALETTES = {
    "dusk": {
        "top": "plum", "low": "coral", "sun": "straw", "far": "slate", "mid": "navy", "near": "night", "water": "navy",
        "accent": "coral", "second": "ochre", "light": "straw", "wall": "blush", "pale": "cream", "leaf": "pine",
    },
    "dawn": {
        "top": "mist", "low": "blush", "sun": "coral", "far": "mist", "mid": "sea", "near": "teal", "water": "sea",
        "accent": "coral", "second": "ochre", "light": "paper", "wall": "cream", "pale": "paper", "leaf": "moss",
    },
    "noon": {
        "top": "sea", "low": "paper", "sun": "straw", "far": "mist", "mid": "sea", "near": "navy", "water": "teal",
        "accent": "coral", "second": "ochre", "light": "paper", "wall": "cream", "pale": "paper", "leaf": "moss",
    },
    "storm": {
        "top": "night", "low": "slate", "sun": "mist", "far": "slate", "mid": "teal", "near": "night", "water": "teal",
        "accent": "ochre", "second": "brick", "light": "straw", "wall": "mist", "pale": "mist", "leaf": "pine",
    },
    "night": {
        "top": "night", "low": "navy", "sun": "cream", "far": "navy", "mid": "navy", "near": "night", "water": "night",
        "accent": "coral", "second": "teal", "light": "straw", "wall": "slate", "pale": "mist", "leaf": "pine",
    },
    "autumn": {
        "top": "cream", "low": "straw", "sun": "coral", "far": "ochre", "mid": "brick", "near": "plum", "water": "slate",
        "accent": "brick", "second": "moss", "light": "paper", "wall": "blush", "pale": "paper", "leaf": "ochre",
    },
    "spring": {
        "top": "mist", "low": "paper", "sun": "ochre", "far": "mist", "mid": "moss", "near": "pine", "water": "sea",
        "accent": "coral", "second": "straw", "light": "paper", "wall": "paper", "pale": "cream", "leaf": "moss",
    },
    "lamp": {
        "top": "brick", "low": "ochre", "sun": "straw", "far": "brick", "mid": "plum", "near": "night", "water": "plum",
        "accent": "coral", "second": "teal", "light": "straw", "wall": "ochre", "pale": "cream", "leaf": "pine",
    },
}
# fmt: on


def rgb(ink):
    value = INKS.get(ink, ink).lstrip("#")
    return tuple(int(value[i : i + 2], 16) for i in (0, 2, 4))


@lru_cache(maxsize=4)
def grain(width, height):
    """The same uneven paper for every sheet of a size; grains about three canvas pixels across."""
    small = ((width + 2) // 3, (height + 2) // 3)
    noise = Image.frombytes("L", small, random.Random(1871).randbytes(small[0] * small[1]))
    return noise.resize((width, height), Image.Resampling.BILINEAR)


_STIPPLE = [0 if v < 236 else min(255, (v - 236) * 14) for v in range(256)]
_SPECK = [0 if v < 247 else min(150, (v - 247) * 25) for v in range(256)]


class Print:
    """One sheet being printed: drawn at twice its size, so that edges come out soft."""

    def __init__(self, palette, seed, size):
        self.parts = PALETTES[palette]
        self.palette = palette
        self.rng = random.Random(seed)
        self.final = size
        scale = max(size[0] / WIDTH, size[1] / HEIGHT)
        self.scale = scale * 2
        self.canvas = (round(WIDTH * self.scale), round(HEIGHT * self.scale))
        self.image = Image.new("RGB", self.canvas, rgb("paper"))
        self.pen = ImageDraw.Draw(self.image)

    def ink(self, part):
        return rgb(self.parts.get(part, part))

    def _at(self, points):
        s = self.scale
        return [(x * s, y * s) for x, y in points]

    def poly(self, points, part):
        self.pen.polygon(self._at(points), fill=self.ink(part))

    def rect(self, x, y, w, h, part):
        s = self.scale
        if w > 0 and h > 0:
            self.pen.rectangle((x * s, y * s, (x + w) * s - 1, (y + h) * s - 1), fill=self.ink(part))

    def rounded(self, x, y, w, h, r, part):
        s = self.scale
        self.pen.rounded_rectangle((x * s, y * s, (x + w) * s, (y + h) * s), r * s, fill=self.ink(part))

    def oval(self, x, y, rx, ry, part):
        s = self.scale
        self.pen.ellipse(((x - rx) * s, (y - ry) * s, (x + rx) * s, (y + ry) * s), fill=self.ink(part))

    def disc(self, x, y, r, part):
        self.oval(x, y, r, r, part)

    def line(self, points, width, part):
        self.pen.line(self._at(points), fill=self.ink(part), width=max(1, round(width * self.scale)), joint="curve")

    def arc(self, x, y, rx, ry, start, end, width, part):
        s = self.scale
        box = ((x - rx) * s, (y - ry) * s, (x + rx) * s, (y + ry) * s)
        self.pen.arc(box, start, end, fill=self.ink(part), width=max(1, round(width * s)))

    def pie(self, x, y, rx, ry, start, end, part):
        s = self.scale
        self.pen.pieslice(((x - rx) * s, (y - ry) * s, (x + rx) * s, (y + ry) * s), start, end, fill=self.ink(part))

    def shade(self, points, part, towards="down", strength=1.0):
        """A second ink stippled into a shape, denser in one direction: the gradient of a riso print."""
        spots = self._at(points)
        xs, ys = [x for x, _ in spots], [y for _, y in spots]
        left, top = max(0, math.floor(min(xs))), max(0, math.floor(min(ys)))
        right, bottom = min(self.canvas[0], math.ceil(max(xs))), min(self.canvas[1], math.ceil(max(ys)))
        if right - left < 2 or bottom - top < 2:
            return
        size = (right - left, bottom - top)
        ramp = Image.linear_gradient("L")
        turn = {"down": None, "up": 180, "right": 90, "left": 270}[towards]
        ramp = ramp.rotate(turn) if turn else ramp
        ramp = ramp.resize(size).point([min(255, round(v * strength * 1.05)) for v in range(256)])
        dots = ImageChops.add(ramp, grain(*self.canvas).crop((left, top, right, bottom))).point(_STIPPLE)
        shape = Image.new("L", size, 0)
        ImageDraw.Draw(shape).polygon([(x - left, y - top) for x, y in spots], fill=255)
        self.image.paste(self.ink(part), (left, top), ImageChops.multiply(dots, shape))

    def shade_rect(self, x, y, w, h, part, towards="down", strength=1.0):
        self.shade([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], part, towards, strength)

    def shade_disc(self, x, y, r, part, towards="down", strength=1.0):
        turn = [(x + r * math.cos(a / 24 * math.pi), y + r * math.sin(a / 24 * math.pi)) for a in range(48)]
        self.shade(turn, part, towards, strength)

    def sky(self, horizon=HEIGHT, top=None, low=None):
        self.rect(0, 0, WIDTH, horizon, low or "low")
        self.shade_rect(0, 0, WIDTH, horizon, top or "top", "up", 0.98)

    def ridge(self, y, height, part, rough=5, shade=None, strength=0.7):
        """Hills: a few long waves added up, filled to the foot of the sheet."""
        waves = [(self.rng.uniform(0.6, 1.3) * k, self.rng.uniform(0, 6.3), 1 / k) for k in range(1, rough)]
        total = sum(w[2] for w in waves)
        tops = [
            (x, y - height * (0.5 + sum(a * math.sin(f * x / WIDTH * 5 + ph) for f, ph, a in waves) / total / 2))
            for x in range(-20, WIDTH + 41, 20)
        ]
        points = [(-20, HEIGHT), *tops, (WIDTH + 40, HEIGHT)]
        self.poly(points, part)
        if shade:
            self.shade(points, shade, "down", strength)
        return tops

    def swell(self, y, depth, length, part, shade=None, phase=None):
        """One band of the sea with scalloped crests, down to the foot of the sheet."""
        phase = self.rng.uniform(0, length) if phase is None else phase
        points = [(-40, HEIGHT)]
        x = -phase - length
        while x < WIDTH + length:
            for t in range(13):
                u = t / 12
                points.append((x + u * length, y - depth * (1 - abs(2 * u - 1) ** 1.7)))
            x += length
        points.append((WIDTH + 40, HEIGHT))
        self.poly(points, part)
        if shade:
            self.shade(points, shade, "down", 0.8)

    def glints(self, top, bottom, part, count=40, x0=0, x1=WIDTH, width=4):
        """Short strokes of light on water, longer the nearer they are."""
        for _ in range(count):
            depth = self.rng.random()
            y = top + (bottom - top) * depth
            half = (18 + 90 * depth) * self.rng.uniform(0.4, 1.0)
            x = self.rng.uniform(x0, x1)
            self.line([(x - half, y), (x + half, y)], width * (0.6 + depth), part)

    def gulls(self, x, y, count, part, spread=260):
        for _ in range(count):
            gx, gy = x + self.rng.uniform(-spread, spread), y + self.rng.uniform(-spread / 3, spread / 3)
            w = self.rng.uniform(14, 34)
            self.line([(gx - w, gy - w * 0.35), (gx - w * 0.4, gy - w * 0.5), (gx, gy)], 4, part)
            self.line([(gx, gy), (gx + w * 0.4, gy - w * 0.5), (gx + w, gy - w * 0.35)], 4, part)

    def figure(self, x, foot, height, part, coat=None):
        """A person, far off: a head, a coat, two legs."""
        h = height
        self.disc(x, foot - h * 0.9, h * 0.09, part)
        shoulders = [(x - h * 0.13, foot - h * 0.76), (x + h * 0.13, foot - h * 0.76)]
        self.poly([*shoulders, (x + h * 0.18, foot - h * 0.3), (x - h * 0.18, foot - h * 0.3)], coat or part)
        self.rect(x - h * 0.1, foot - h * 0.32, h * 0.075, h * 0.32, part)
        self.rect(x + h * 0.03, foot - h * 0.32, h * 0.075, h * 0.32, part)

    def tree(self, x, foot, height, part="leaf", trunk="near", shade="near"):
        self.rect(x - height * 0.03, foot - height * 0.5, height * 0.06, height * 0.5, trunk)
        for _ in range(7):
            a, d = self.rng.uniform(0, 6.28), self.rng.uniform(0, height * 0.2)
            r = height * self.rng.uniform(0.16, 0.26)
            cx, cy = x + d * math.cos(a), foot - height * 0.68 + d * math.sin(a) * 0.8
            self.disc(cx, cy, r, part)
            if shade:
                self.shade_disc(cx, cy, r, shade, "down", 0.45)

    def finished(self):
        """The sheet, dusted with paper specks, reduced and trimmed to the size asked for."""
        specks = grain(*self.canvas).transpose(Image.Transpose.ROTATE_180).point(_SPECK)
        self.image.paste(rgb("paper"), (0, 0), specks)
        sheet = self.image.reduce(2)
        left, top = (sheet.width - self.final[0]) // 2, (sheet.height - self.final[1]) // 2
        return sheet.crop((left, top, left + self.final[0], top + self.final[1]))
