"""Scenes of streets, houses and public buildings."""

import math

from articles.demo.drawing.ink import HEIGHT, WIDTH

FRONTS = ("accent", "second", "wall", "pale", "mid", "far", "blush", "cream")


def terraces(p, rows=4, lit=0.15, moon=False):
    p.sky(900)
    discs = ((1450, 210, 84, "sun"), (1490, 190, 74, "top")) if moon else ((1400, 250, 120, "sun"),)
    for disc in discs:
        p.disc(*disc)
    p.ridge(560, 160, "far", 4, "mid", 0.5)
    for row in range(rows):
        size = 0.62 + 0.38 * row / max(1, rows - 1)
        x = -40 - p.rng.uniform(0, 80)
        while x < WIDTH:
            w = 152 * size * p.rng.choice((0.9, 1, 1.08))
            rest = 1 - row / max(1, rows - 1)
            slope = 90 * math.sin((x / WIDTH - 0.15) * 3.0) * rest
            _house(p, x, 1120 - rest * 480 - slope, w, size, p.rng.choice(FRONTS), lit)
            x += w
    p.rect(0, 1116, WIDTH, 84, "near")
    p.shade_rect(0, 1116, WIDTH, 84, "far", "up", 0.7)
    p.rect(0, 1108, WIDTH, 12, "pale")
    for x in (300, 1240):
        p.tree(x, 1150, 250)
    for x, coat in ((640, "accent"), (720, "second"), (1560, "pale")):
        p.figure(x, 1176, 100, "night", coat)


def _house(p, x, foot, w, size, part, lit):
    h = 250 * size
    top = foot - h
    p.rect(x, top, w + 2, h + 400, part)
    p.shade_rect(x, top, w + 2, h, "near", "right", 0.38)
    roof = p.rng.choice(("near", "mid", "brick", "slate"))
    p.poly([(x - 5, top + 4), (x + w * 0.5, top - 92 * size), (x + w + 7, top + 4)], roof)
    p.shade([(x + w * 0.5, top - 92 * size), (x + w + 7, top + 4), (x + w * 0.5, top + 4)], "night", "right", 0.6)
    p.rect(x + w * 0.72, top - 104 * size, 26 * size, 80 * size, roof)
    for k in range(2):
        p.rect(x + w * 0.72 + k * 15 * size, top - 120 * size, 10 * size, 18 * size, "brick")
    for col, line in ((0.16, 0.16), (0.6, 0.16), (0.6, 0.58)):
        glass = "light" if p.rng.random() < lit else "near"
        a, b, ww, hh = x + w * col, top + h * line, w * 0.25, h * 0.24
        p.rect(a - 4 * size, b - 4 * size, ww + 8 * size, hh + 8 * size, "paper")
        p.rect(a, b, ww, hh, glass)
        p.rect(a + ww / 2 - 2 * size, b, 4 * size, hh, "paper")
        p.rect(a, b + hh / 2 - 2 * size, ww, 4 * size, "paper")
    p.rect(x + w * 0.15, top + h * 0.56, w * 0.27, h * 0.44, "paper")
    p.rect(x + w * 0.18, top + h * 0.6, w * 0.21, h * 0.4, p.rng.choice(("night", "brick", "pine", "plum", "teal")))


def court(p, columns=6, sun=True):
    p.sky(1000)
    if sun:
        p.disc(330, 300, 130, "sun")
    p.ridge(900, 80, "far", 3)
    x0, x1 = 250, 1650
    p.rect(x0, 430, x1 - x0, 520, "wall")
    p.shade_rect(x0, 430, x1 - x0, 520, "near", "up", 0.8)
    p.rect(820, 620, 160, 330, "near")
    p.rect(832, 632, 136, 318, "brick")
    p.rect(896, 632, 8, 318, "near")
    for k in range(4):
        for half in (0, 72):
            p.rect(844 + half, 650 + k * 74, 42, 56, "near")
    half = columns // 2
    step = (x1 - 80 - 1060) / (half - 1)
    for side in (-1, 1):
        for k in range(half):
            x = 900 + side * (160 + k * step)
            shaft = [(x - 46, 490), (x + 46, 490), (x + 54, 925), (x - 54, 925)]
            p.poly(shaft, "pale")
            p.shade(shaft, "mid", "right", 0.85)
            for f in (-26, -4, 18):
                p.line([(x + f, 500), (x + f * 1.15, 915)], 4, "far")
            p.rect(x - 66, 460, 132, 32, "paper")
            p.rect(x - 70, 920, 140, 30, "paper")
    p.rect(x0 - 30, 395, x1 - x0 + 60, 68, "paper")
    p.shade_rect(x0 - 30, 395, x1 - x0 + 60, 68, "mid", "down", 0.4)
    front = [(x0 - 50, 398), (900, 170), (x1 + 50, 398)]
    p.poly(front, "pale")
    p.shade(front, "mid", "right", 0.55)
    p.poly([(x0 + 110, 370), (900, 218), (x1 - 110, 370)], "mid")
    p.line([(900, 262), (900, 360)], 9, "paper")
    p.line([(820, 290), (980, 290)], 8, "paper")
    for side in (-80, 80):
        p.line([(900 + side, 290), (900 + side - 30, 336)], 3, "paper")
        p.line([(900 + side, 290), (900 + side + 30, 336)], 3, "paper")
        p.pie(900 + side, 334, 36, 24, 0, 180, "paper")
    for k in range(5):
        p.rect(x0 - 60 - k * 50, 950 + k * 44, x1 - x0 + 120 + k * 100, 46, "pale")
        p.shade_rect(x0 - 60 - k * 50, 950 + k * 44, x1 - x0 + 120 + k * 100, 46, "near", "down", 0.75)
    p.figure(1180, 1085, 150, "near", "accent")
    p.figure(1246, 1090, 156, "near")
    p.figure(560, 1130, 166, "near", "second")


def tram(p, rain=True, number_part="accent"):
    p.sky(800)
    for side in (-1, 1):
        for k in range(5):
            x = 900 + side * (250 + k * 150)
            w, h = 170, 330 + k * 110 + p.rng.uniform(-30, 30)
            left = x if side > 0 else x - w
            part = p.rng.choice(FRONTS[:6])
            p.rect(left, 800 - h * 0.9, w, h * 0.9 + k * 30, part)
            p.shade_rect(left, 800 - h * 0.9, w, h * 0.9 + k * 30, "near", "right" if side > 0 else "left", 0.7)
            for row in range(2 + k):
                for col in range(2):
                    glass = "light" if p.rng.random() < 0.45 else "near"
                    p.rect(left + 30 + col * 70, 800 - h * 0.9 + 44 + row * 92, 38, 56, glass)
    p.poly([(650, 790), (1150, 790), (WIDTH + 200, HEIGHT), (-200, HEIGHT)], "mid")
    p.rect(0, 960, WIDTH, 240, "mid")
    p.shade_rect(0, 780, WIDTH, 420, "near", "down", 0.85)
    for top, foot in ((846, 560), (954, 1240)):
        p.line([(top, 800), (foot, HEIGHT)], 10, "pale")
    for x in (690, 1110):
        p.shade_rect(x + (0 if x < 900 else -60), 985, 110, 215, "light", "up", 0.6)
    p.line([(0, 150), (880, 300)], 4, "near")
    p.line([(WIDTH, 120), (920, 300)], 4, "near")
    p.line([(0, 260), (WIDTH, 236)], 4, "near")
    p.line([(840, 330), (900, 252), (960, 330)], 7, "near")
    p.rounded(655, 330, 490, 660, 60, "near")
    p.rounded(665, 336, 470, 630, 54, number_part)
    p.shade_rect(680, 700, 440, 262, "near", "down", 0.6)
    p.rounded(700, 420, 400, 280, 30, "near")
    p.poly([(730, 440), (890, 440), (790, 680), (730, 680)], "mid")
    p.poly([(960, 440), (1010, 440), (910, 680), (860, 680)], "mid")
    p.disc(830, 620, 34, "pale")
    p.rounded(780, 640, 100, 60, 24, "pale")
    p.rounded(800, 356, 200, 46, 12, "night")
    p.rect(830, 370, 140, 18, "light")
    p.rect(665, 730, 470, 26, "pale")
    for x in (735, 1065):
        p.disc(x, 850, 46, "pale")
        p.disc(x, 850, 34, "light")
    p.rect(700, 930, 400, 40, "night")
    p.figure(330, 1120, 300, "near", "second")
    p.pie(330, 830, 130, 96, 180, 360, "accent")
    p.line([(330, 800), (330, 930)], 6, "near")
    if rain:
        for _ in range(240):
            x, y, n = p.rng.uniform(-40, WIDTH), p.rng.uniform(-20, HEIGHT), p.rng.uniform(24, 64)
            p.line([(x, y), (x - n * 0.28, y + n)], 2.5, "pale")


def bookshop(p, lit=True, cat=True):
    p.rect(0, 0, WIDTH, HEIGHT, "wall")
    p.shade_rect(0, 0, WIDTH, 700, "top", "up", 0.85)
    for row in range(8):
        for col in range(12):
            p.rect(col * 160 - (row % 2) * 80 + 8, 12 + row * 42, 60 + p.rng.uniform(0, 50), 5, "far")
    p.rect(130, 300, 1540, 790, "near")
    p.rect(130, 300, 1540, 118, "accent")
    p.shade_rect(130, 300, 1540, 118, "near", "down", 0.4)
    p.poly([(780, 340), (840, 326), (900, 344), (960, 326), (1020, 340), (1020, 384), (900, 392), (780, 384)], "paper")
    p.line([(900, 344), (900, 392)], 5, "accent")
    for k in range(3):
        p.line([(800, 350 + k * 11), (882, 347 + k * 12)], 3, "accent")
        p.line([(918, 347 + k * 12), (1000, 350 + k * 11)], 3, "accent")
    for x in (190, 1060):
        p.rect(x, 356, 550, 6, "second")
    glass = "light" if lit else "far"
    for x, w in ((190, 620), (1130, 480)):
        p.rect(x, 470, w, 510, glass)
        p.shade_rect(x, 470, w, 510, "second", "up", 0.65)
        for shelf in range(3):
            y = 640 + shelf * 150
            bx = x + 20
            while bx < x + w - 50:
                bw, bh = p.rng.uniform(16, 44), p.rng.uniform(84, 128)
                if p.rng.random() < 0.12:
                    p.poly([(bx, y), (bx + 26, y - bh), (bx + 52, y - bh + 8), (bx + 28, y)], p.rng.choice(FRONTS))
                    bx += 62
                    continue
                part = p.rng.choice(("accent", "mid", "paper", "near", "second", "leaf", "brick", "teal"))
                p.rect(bx, y - bh, bw, bh, part)
                p.rect(bx, y - bh + 16, bw, 6, "pale")
                bx += bw + p.rng.choice((2, 2, 2, 22))
            p.rect(x, y, w, 14, "near")
    p.rect(870, 450, 200, 640, "accent")
    p.rect(896, 480, 148, 340, glass)
    p.rect(966, 480, 8, 340, "accent")
    p.rect(896, 860, 148, 190, "near")
    p.disc(1050, 850, 12, "light")
    p.rect(900, 590, 100, 54, "paper")
    p.rect(918, 612, 64, 8, "near")
    for x in (470, 1370):
        p.line([(x, 240), (x, 300)], 8, "near")
        p.poly([(x - 54, 300), (x - 20, 262), (x + 20, 262), (x + 54, 300)], "near")
        p.pie(x, 300, 26, 22, 0, 180, "light")
    p.rect(0, 1090, WIDTH, 110, "mid")
    p.shade_rect(0, 1090, WIDTH, 110, "near", "down", 0.7)
    if cat:
        p.oval(330, 946, 74, 40, "near")
        p.disc(264, 912, 32, "near")
        p.poly([(240, 896), (246, 862), (266, 884)], "near")
        p.poly([(264, 884), (284, 862), (290, 896)], "near")
        p.arc(400, 930, 40, 40, 300, 120, 14, "near")


def market(p, stalls=4):
    p.sky(620)
    for k in range(9):
        x, h = k * 210 - 40, p.rng.uniform(230, 400)
        p.rect(x, 600 - h, 212, h + 60, p.rng.choice(("far", "wall", "mid")))
        p.shade_rect(x, 600 - h, 212, h + 60, "near", "right", 0.4)
        p.poly([(x - 8, 602 - h), (x + 106, 530 - h), (x + 220, 602 - h)], "mid")
        for col in range(2):
            for row in range(2):
                p.rect(x + 44 + col * 82, 640 - h + row * 100, 42, 62, "light" if p.rng.random() < 0.3 else "near")
    p.rect(0, 640, WIDTH, 560, "pale")
    p.shade_rect(0, 640, WIDTH, 560, "far", "down", 0.6)
    for k in range(14):
        p.disc(60 + k * 130, 250 + 60 * math.sin(k * 0.9) ** 2, 13, "light")
    p.line([(60 + k * 130, 240 + 60 * math.sin(k * 0.9) ** 2) for k in range(14)], 4, "near")
    w = WIDTH / stalls
    for n in range(stalls):
        _stall(p, n * w + 26, 500 + (n % 2) * 50, w - 52, ("accent", "second", "mid", "brick")[n % 4])
    for n in range(6):
        x = 150 + n * 300 + p.rng.uniform(-60, 60)
        p.figure(x, 1150 + p.rng.uniform(0, 36), 290 + p.rng.uniform(-40, 20), "night", p.rng.choice(FRONTS[:5]))
        p.pie(x + 54, 1050, 30, 44, 0, 180, "straw")


def _stall(p, x, y, w, part):
    for leg in (x + 16, x + w - 30):
        p.rect(leg, y + 80, 14, 490, "near")
    n = 8
    for k in range(n):
        a, b = x + k * w / n, x + (k + 1) * w / n
        inset = w * 0.06
        a0, b0 = x + inset + k * (w - 2 * inset) / n, x + inset + (k + 1) * (w - 2 * inset) / n
        stripe = part if k % 2 else "paper"
        p.poly([(a0, y), (b0, y), (b, y + 110), (a, y + 110)], stripe)
        p.pie((a + b) / 2, y + 109, w / n / 2, 24, 0, 180, stripe)
    p.shade_rect(x, y + 60, w, 50, "near", "down", 0.4)
    p.disc(x + w * 0.62, y + 196, 34, p.rng.choice(("#9C6644", "blush", "#6D4632", "cream")))
    p.rounded(x + w * 0.62 - 66, y + 228, 132, 150, 50, p.rng.choice(("paper", "teal", "brick", "navy")))
    p.rect(x, y + 360, w, 210, "wall")
    p.shade_rect(x, y + 360, w, 210, "near", "down", 0.6)
    for box in range(3):
        bx, bw = x + 8 + box * w / 3, w / 3 - 14
        across = round(bw / 24)
        fruit = p.rng.choice(("accent", "ochre", "moss", "plum", "brick", "straw"))
        for row in range(3):
            for col in range(across):
                fx, fy = bx + 16 + col * (bw - 30) / (across - 1) + (row % 2) * 5, y + 350 - row * 22
                p.disc(fx, fy, 17, fruit)
                p.disc(fx - 4, fy - 5, 4, "paper")
        p.rect(bx - 4, y + 354, bw + 4, 46, "second")
        p.rect(bx - 4, y + 372, bw + 4, 6, "near")


def school(p, bell=True):
    p.sky(900)
    p.disc(1500, 220, 100, "sun")
    p.ridge(760, 120, "far", 4, "mid", 0.4)
    p.rect(240, 470, 1200, 440, "brick")
    p.shade_rect(240, 470, 1200, 440, "near", "right", 0.55)
    for x, w in ((240, 300), (1140, 300)):
        p.rect(x, 400, w, 510, "brick")
        p.shade_rect(x, 400, w, 510, "near", "right", 0.6)
        p.poly([(x - 20, 404), (x + w / 2, 250), (x + w + 20, 404)], "near")
        p.disc(x + w / 2, 352, 28, "pale")
    p.poly([(520, 474), (580, 370), (1100, 370), (1160, 474)], "near")
    if bell:
        p.rect(790, 250, 100, 130, "pale")
        p.poly([(774, 254), (840, 170), (906, 254)], "near")
        p.rect(816, 274, 48, 70, "near")
        p.pie(840, 330, 20, 34, 180, 360, "straw")
    for x in (280, 400, 1180, 1300, 590, 690, 930, 1030):
        for y in (510, 690):
            p.rect(x, y, 84, 120, "paper")
            p.rect(x + 8, y + 8, 68, 104, "mid")
            p.rect(x + 38, y + 8, 7, 104, "paper")
            p.rect(x + 8, y + 56, 68, 7, "paper")
    p.rect(780, 700, 120, 210, "paper")
    p.rect(792, 712, 96, 198, "teal")
    p.rect(0, 905, WIDTH, 295, "pale")
    p.shade_rect(0, 905, WIDTH, 295, "far", "down", 0.6)
    for k in range(8):
        p.rect(420 + (k % 2) * 74, 960 + k // 2 * 56, 70, 52, ("accent", "ochre", "teal", "paper")[k % 4])
    p.arc(1180, 1080, 260, 80, 0, 360, 8, "paper")
    for n in range(9):
        p.figure(
            180 + n * 178 + p.rng.uniform(-40, 40),
            985 + p.rng.uniform(0, 150),
            120,
            "near",
            p.rng.choice(("accent", "ochre", "teal", "coral", "navy")),
        )
    p.tree(1590, 960, 470)
    p.tree(120, 950, 400)


def skyline(p, river=True, moon_x=1360):
    p.sky(800)
    p.disc(moon_x, 260, 92, "sun")
    p.shade_disc(moon_x, 260, 92, "far", "right", 0.5)
    for _ in range(70):
        p.disc(p.rng.uniform(0, WIDTH), p.rng.uniform(0, 460), p.rng.uniform(1.5, 3.5), "pale")
    lit = []
    for depth, part in ((0, "slate"), (1, "navy"), (2, "near")):
        x = -20
        while x < WIDTH:
            w, h = p.rng.uniform(80, 170), p.rng.uniform(150, 430) * (1.1 - depth * 0.22)
            top = 830 - h
            p.rect(x, top, w + 2, h, part)
            if p.rng.random() < 0.3:
                p.poly([(x, top + 2), (x + w / 2, top - 60), (x + w, top + 2)], part)
            if p.rng.random() < 0.12:
                p.rect(x + w / 2 - 14, top - 150, 28, 160, part)
                p.poly([(x + w / 2 - 18, top - 148), (x + w / 2, top - 260), (x + w / 2 + 18, top - 148)], part)
            for row in range(int(h / 44)):
                for col in range(int(w / 34)):
                    if p.rng.random() < 0.16 + depth * 0.14:
                        p.rect(
                            x + 12 + col * 34, top + 16 + row * 44, 14, 22, p.rng.choice(("light", "light", "ochre"))
                        )
                        lit.append(x + 19 + col * 34)
            x += w
    if river:
        p.rect(0, 828, WIDTH, 372, "water")
        p.shade_rect(0, 828, WIDTH, 372, "mid", "up", 0.7)
        for x in lit[::2]:
            for k in range(p.rng.randint(2, 6)):
                y = 846 + k * 46 + p.rng.uniform(0, 20)
                p.line([(x - 10 - k * 3, y), (x + 10 + k * 3, y)], 6, p.rng.choice(("light", "ochre")))
        p.rect(0, 822, WIDTH, 16, "near")


def bridge(p, kind="arches", sun_x=520):
    p.sky(820)
    p.disc(sun_x, 520, 170, "sun")
    p.shade_disc(sun_x, 520, 170, "accent", "down", 0.55)
    p.ridge(760, 170, "far", 5, "mid", 0.5)
    for k in range(14):
        h = p.rng.uniform(60, 170)
        p.rect(k * 132, 800 - h, 128, h + 30, "mid")
        if k % 5 == 2:
            p.poly([(k * 132 + 40, 802 - h), (k * 132 + 64, 640 - h), (k * 132 + 88, 802 - h)], "mid")
    p.rect(0, 815, WIDTH, 385, "water")
    p.shade_rect(0, 815, WIDTH, 385, "near", "down", 0.7)
    p.glints(830, 1150, "sun", 44, sun_x - 240, sun_x + 240)
    if kind == "arches":
        _arches(p)
    else:
        _cables(p)
    for y in (1110, 1165):
        p.swell(y, 16, 220, "mid" if y < 1150 else "near", phase=y % 71)


def _arches(p):
    deck = [(0, 640), (WIDTH / 2, 560), (WIDTH, 640)]
    body = [*deck, (WIDTH, 990), (0, 990)]
    p.poly(body, "wall")
    p.shade(body, "near", "down", 0.65)
    for x in (160, 530, 900, 1270, 1640):
        rise = 270 if x == 900 else 240
        p.pie(x, 992, 148, rise, 180, 360, "water")
        p.shade(
            [(x - 148, 992), (x - 140, 992 - rise * 0.6), (x, 992 - rise), (x + 60, 992 - rise), (x - 60, 992)],
            "near",
            "up",
            0.9,
        )
        p.arc(x, 992, 158, rise + 12, 180, 360, 14, "pale")
    for x in (345, 715, 1085, 1455):
        p.poly([(x - 34, 1000), (x, 880), (x + 34, 1000)], "pale")
        p.rect(x - 40, 985, 80, 36, "near")
    p.rect(0, 990, WIDTH, 12, "near")
    p.line([(0, 636), (WIDTH / 2, 556), (WIDTH, 636)], 20, "pale")
    for x in range(180, WIDTH, 360):
        y = 636 - 80 * (1 - abs(x - 900) / 900)
        p.rect(x - 5, y - 110, 10, 110, "near")
        p.disc(x, y - 120, 20, "light")
    p.figure(1090, 628, 110, "near", "accent")
    p.figure(620, 636, 110, "near")


def _cables(p):
    for x in (520, 1280):
        p.poly([(x - 44, 1010), (x - 22, 180), (x + 22, 180), (x + 44, 1010)], "accent")
        p.shade([(x - 44, 1010), (x - 22, 180), (x + 22, 180), (x + 44, 1010)], "near", "right", 0.6)
        for k in range(1, 12):
            for side in (-1, 1):
                p.line([(x, 190 + k * 26), (x + side * k * 33, 738)], 4, "pale")
        p.rect(x - 80, 1000, 160, 40, "near")
    p.rect(0, 732, WIDTH, 34, "near")
    p.rect(0, 724, WIDTH, 8, "pale")
    p.rounded(800, 668, 250, 58, 14, "second")
    for k in range(5):
        p.rect(816 + k * 46, 680, 34, 22, "light")
    p.gulls(900, 420, 6, "near")
