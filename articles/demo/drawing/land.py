"""Scenes of fields, gardens and playing fields."""

import math
from itertools import pairwise

from articles.demo.drawing.ink import HEIGHT, WIDTH


def fields(p, barn=True, oak=False, solar=False):
    p.sky(700)
    p.disc(1330, 300, 130, "sun")
    for k in range(4):
        x, y = 200 + k * 430 + p.rng.uniform(-60, 60), 130 + p.rng.uniform(0, 160)
        for dx, r in ((-70, 34), (0, 54), (76, 38)):
            p.oval(x + dx, y, r * 1.7, r * 0.6, "paper")
    p.ridge(600, 150, "far", 4, "mid", 0.5)
    parts = ["mid", "second", "leaf", "straw", "moss", "leaf"]
    for n, y in enumerate((640, 720, 820, 950)):
        tops = p.ridge(y, 110 + n * 20, parts[n % 6], 3, "near" if n % 2 else "leaf", 0.55)
        for k in range(-12, 30):
            x0 = 900 + k * 90
            if n in (1, 3):
                x1 = 900 + k * 220
                p.line([(x0, y + 40 + n * 6), (x1, HEIGHT)], 4 + n, "second" if n == 3 else "leaf")
        for x, top in tops[::2]:
            r = p.rng.uniform(10, 20) * (1 + n * 0.45)
            p.disc(x, top + 4, r, "near" if n % 2 else "leaf")
            if p.rng.random() < 0.13:
                p.tree(x, top + 12, 100 + n * 44, "leaf" if n % 2 else "near", shade=None)
    if solar:
        for row in range(5):
            for col in range(9):
                x, y, s = 150 + col * 178 - row * 14, 850 + row * 70, 1 + row * 0.06
                p.poly([(x, y), (x + 150 * s, y), (x + 132 * s, y + 46 * s), (x - 22, y + 46 * s)], "navy")
                p.line([(x + 70 * s, y), (x + 54 * s, y + 46 * s)], 3, "mist")
                p.line([(x - 11, y + 23 * s), (x + 141 * s, y + 23 * s)], 3, "mist")
    if barn:
        p.rect(380, 700, 250, 130, "brick")
        p.shade_rect(380, 700, 250, 130, "near", "right", 0.7)
        p.poly([(362, 706), (420, 620), (590, 620), (648, 706)], "near")
        p.rect(470, 740, 64, 90, "near")
        p.rect(664, 740, 110, 90, "paper")
        p.poly([(654, 744), (719, 690), (784, 744)], "accent")
    if oak:
        _oak(p, 1180, 1060)


def _oak(p, x, foot):
    p.poly(
        [
            (x - 60, foot),
            (x - 34, foot - 260),
            (x - 130, foot - 430),
            (x - 100, foot - 440),
            (x, foot - 320),
            (x + 90, foot - 450),
            (x + 120, foot - 436),
            (x + 40, foot - 260),
            (x + 70, foot),
        ],
        "near",
    )
    spots = []
    for _ in range(34):
        a, d = p.rng.uniform(0, 6.28), p.rng.uniform(0, 1) ** 0.6
        spots.append((x + 330 * d * math.cos(a), foot - 580 + 210 * d * math.sin(a), p.rng.uniform(70, 125)))
    for cx, cy, r in sorted(spots, key=lambda s: -s[1]):
        p.disc(cx, cy, r, "leaf")
        p.shade_disc(cx, cy, r, "near", "down", 0.6)
    for cx, cy, r in spots[:10]:
        p.shade_disc(cx - 20, cy - 30, r * 0.6, "second", "up", 0.7)
    p.rect(x + 190, foot - 66, 200, 16, "near")
    p.rect(x + 190, foot - 104, 200, 14, "near")
    for dx in (204, 366):
        p.rect(x + dx, foot - 104, 14, 116, "near")


def pitch(p, crowd=True, players=22):
    p.rect(0, 0, WIDTH, HEIGHT, "mid")
    stripes = ("#3F6657", "pine") if p.palette == "night" else ("#82995F", "moss")
    for k in range(12):
        p.rect(k * 150, 150, 150, 900, stripes[k % 2])
    p.shade_rect(0, 150, WIDTH, 900, "night" if p.palette == "night" else "pine", "down", 0.55)
    for y0, h in ((0, 130), (1070, 130)):
        p.rect(0, y0, WIDTH, h, "near")
        if crowd:
            for row in range(5):
                for k in range(92):
                    if p.rng.random() < 0.86:
                        p.disc(
                            10 + k * 19.6 + (row % 2) * 9,
                            y0 + 14 + row * 25,
                            8,
                            p.rng.choice(("accent", "pale", "second", "mid", "accent", "blush")),
                        )
        p.rect(0, 130 if y0 == 0 else 1050, WIDTH, 20, "pale")
    x0, x1, y0, y1 = 90, 1710, 190, 1010
    for line in ([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], [(900, y0), (900, y1)]):
        p.line(line, 8, "paper")
    p.arc(900, 600, 130, 130, 0, 360, 8, "paper")
    p.disc(900, 600, 11, "paper")
    for side, x in ((1, x0), (-1, x1)):
        for depth, half in ((240, 250), (90, 120)):
            p.line(
                [(x, 600 - half), (x + side * depth, 600 - half), (x + side * depth, 600 + half), (x, 600 + half)],
                8,
                "paper",
            )
        p.disc(x + side * 165, 600, 9, "paper")
        a = (-53, 53) if side > 0 else (127, 233)
        p.arc(x + side * 165, 600, 125, 125, *a, 8, "paper")
        p.rect(x - (46 if side > 0 else 0), 545, 46, 110, "pale")
    for k in range(players):
        x, y = p.rng.uniform(200, 1600), p.rng.uniform(250, 950)
        p.poly([(x, y - 9), (x + 110, y + 50), (x + 110, y + 68), (x, y + 9)], "pine")
        p.oval(x, y, 24, 17, "accent" if k % 2 else "paper")
        p.disc(x, y, 10, "night")
    p.oval(1052, 566, 16, 8, "pine")
    p.disc(1042, 554, 12, "paper")


def greenhouse(p, bays=7):
    p.sky(900)
    p.disc(340, 260, 110, "sun")
    p.ridge(860, 140, "far", 4, "leaf", 0.6)
    p.rect(0, 960, WIDTH, 240, "leaf")
    p.shade_rect(0, 960, WIDTH, 240, "near", "down", 0.8)
    x0, x1 = 200, 1600
    shell = [(x0, 980), (x0, 560), (480, 330), (700, 300), (900, 190), (1100, 300), (1320, 330), (x1, 560), (x1, 980)]
    p.poly(shell, "pale")
    p.shade(shell, "sea", "down", 0.6)
    for _ in range(70):
        x, h = p.rng.uniform(x0 + 50, x1 - 50), p.rng.uniform(90, 420)
        lean = p.rng.uniform(-40, 40)
        part = p.rng.choice(("moss", "pine", "leaf", "teal"))
        p.line([(x, 970), (x + lean, 970 - h)], 7, part)
        for k in range(int(h / 40)):
            t = k / (h / 40)
            lx, ly = x + lean * t, 970 - h * t
            for side in (-1, 1):
                p.poly([(lx, ly), (lx + side * 40, ly - 34), (lx + side * 66, ly - 22), (lx + side * 34, ly - 6)], part)
    for _ in range(40):
        x, y = p.rng.uniform(x0 + 60, x1 - 60), p.rng.uniform(700, 950)
        p.disc(x, y, p.rng.uniform(9, 17), p.rng.choice(("accent", "straw", "blush", "paper")))
    p.shade(shell, "paper", "right", 0.4)
    for k in range(bays + 1):
        x = x0 + k * (x1 - x0) / bays
        top = _roof_at(shell, x)
        p.line([(x, 980), (x, top)], 12, "near")
        if k < bays:
            half = x + (x1 - x0) / bays / 2
            p.line([(half, 980), (half, _roof_at(shell, half))], 5, "near")
    for y in (560, 760):
        p.line([(x0, y), (x1, y)], 9, "near")
    p.line(shell[1:-1], 16, "near")
    p.rect(830, 680, 140, 300, "near")
    p.rect(846, 700, 50, 280, "sea")
    p.rect(904, 700, 50, 280, "sea")
    p.rect(x0 - 20, 970, x1 - x0 + 40, 30, "brick")
    p.poly([(830, 1000), (970, 1000), (1100, 1200), (700, 1200)], "cream")
    p.disc(900, 176, 18, "near")


def _roof_at(shell, x):
    for (xa, ya), (xb, yb) in pairwise(shell):
        if xa <= x <= xb and xb > xa:
            return ya + (yb - ya) * (x - xa) / (xb - xa)
    return 560


def marsh(p, birds=12):
    p.sky(640)
    p.disc(1180, 470, 150, "sun")
    p.shade_disc(1180, 470, 150, "accent", "down", 0.5)
    p.ridge(650, 60, "far", 4)
    p.rect(0, 630, WIDTH, 570, "leaf")
    for k in range(5):
        p.shade_rect(0, 640 + k * 112, WIDTH, 112, ("near", "mid", "second", "near", "mid")[k], "down", 0.7)
    creek = [
        (1180, 632),
        (1240, 660),
        (1100, 700),
        (820, 740),
        (760, 790),
        (980, 850),
        (1320, 910),
        (1380, 980),
        (1080, 1080),
        (700, 1200),
    ]
    widths = [10, 16, 26, 38, 52, 70, 90, 120, 170, 260]
    left = [(x - w, y) for (x, y), w in zip(creek, widths, strict=True)]
    right = [(x + w, y) for (x, y), w in zip(creek, widths, strict=True)]
    p.poly(left + right[::-1], "sun")
    p.shade(left + right[::-1], "low", "down", 0.8)
    for (x, y), w in list(zip(creek, widths, strict=True))[2:]:
        p.line([(x - w * 0.7, y + 6), (x + w * 0.3, y + 6)], 4, "paper")
    for _ in range(420):
        y = 660 + 540 * p.rng.random() ** 0.8
        x, h = p.rng.uniform(0, WIDTH), (y - 600) * 0.16
        if all(abs(x - cx) > w * 1.5 or abs(y - cy) > 60 for (cx, cy), w in zip(creek, widths, strict=True)):
            for lean in (-0.3, 0.05, 0.35):
                p.line([(x, y), (x + h * lean, y - h)], 2 + h / 26, p.rng.choice(("near", "leaf", "second", "mid")))
    p.gulls(620, 300, birds, "near", 330)
    for x, y, h in ((840, 1010, 120), (1540, 900, 84)):
        p.oval(x, y - h * 0.5, h * 0.34, h * 0.17, "paper")
        p.line([(x + h * 0.28, y - h * 0.55), (x + h * 0.36, y - h * 0.95)], h * 0.09, "paper")
        p.disc(x + h * 0.38, y - h, h * 0.09, "paper")
        p.line([(x + h * 0.42, y - h), (x + h * 0.66, y - h * 0.94)], 4, "second")
        p.line([(x, y - h * 0.4), (x, y)], 4, "near")
        p.line([(x + h * 0.1, y - h * 0.4), (x + h * 0.1, y)], 4, "near")
