"""Scenes indoors: chamber, concert hall, theatre, library, hospital."""

import math

from articles.demo.drawing.ink import HEIGHT, WIDTH

SPINES = ("accent", "second", "mid", "near", "pale", "brick", "teal", "moss", "plum", "ochre", "navy", "blush")


def chamber(p, windows=5):
    p.rect(0, 0, WIDTH, HEIGHT, "wall")
    p.shade_rect(0, 0, WIDTH, 700, "mid", "up", 0.6)
    p.rect(0, 400, WIDTH, 300, "brick")
    p.shade_rect(0, 400, WIDTH, 300, "near", "down", 0.6)
    step = WIDTH / windows
    for k in range(windows):
        x = step * (k + 0.5)
        p.pie(x, 170, 96, 96, 180, 360, "light")
        p.rect(x - 96, 168, 192, 330, "light")
        p.shade_rect(x - 96, 90, 192, 408, "second", "down", 0.5)
        p.rect(x - 5, 76, 10, 424, "wall")
        for y in (168, 280, 390):
            p.rect(x - 96, y, 192, 9, "wall")
        p.rect(x - 116, 494, 232, 18, "pale")
        p.shade([(x - 96, 500), (x + 96, 500), (x + 330, 1200), (x + 60, 1200)], "light", "up", 0.45)
    p.rect(0, 640, WIDTH, 560, "mid")
    p.shade_rect(0, 640, WIDTH, 560, "near", "down", 0.75)
    p.rect(680, 470, 440, 200, "near")
    p.rect(700, 490, 400, 170, "brick")
    p.rect(820, 400, 160, 250, "near")
    p.poly([(820, 402), (900, 350), (980, 402)], "near")
    p.rect(842, 424, 116, 150, "accent")
    p.disc(900, 498, 34, "light")
    p.rect(640, 640, 520, 60, "near")
    for row in range(4):
        ry, rx = 150 + row * 120, 560 + row * 250
        y = 700
        p.arc(900, y, rx, ry, 18, 162, 78 + row * 12, "near")
        p.arc(900, y - 22, rx, ry, 18, 162, 40 + row * 8, ("accent", "brick", "accent", "brick")[row])
        p.arc(900, y - 40, rx, ry, 18, 162, 12, "second")
        for k in range(7 + row * 2):
            a = math.radians(24 + 132 * (k + 0.5) / (7 + row * 2))
            sx, sy = 900 + (rx - 40) * math.cos(a), y - 50 + (ry - 20) * math.sin(a)
            if p.rng.random() < 0.5:
                p.poly([(sx - 26, sy - 4), (sx + 20, sy - 10), (sx + 28, sy + 6), (sx - 18, sy + 12)], "paper")


def concert(p, organ=True, players=True):
    p.rect(0, 0, WIDTH, HEIGHT, "mid")
    p.shade_rect(0, 0, WIDTH, 800, "near", "up", 0.9)
    if organ:
        for k in range(31):
            x = 900 + (k - 15) * 38
            h = 330 + 130 * math.cos((k - 15) * 0.42) ** 2 + 60 * (1 - abs(k - 15) / 15)
            p.rounded(x - 15, 600 - h, 30, h, 14, "second")
            p.shade_rect(x - 2, 600 - h, 17, h, "brick", "right", 0.8)
            p.poly([(x - 8, 560), (x + 8, 560), (x, 524)], "near")
        p.rect(290, 596, 1220, 44, "near")
    for side in (-1, 1):
        for tier in range(3):
            y = 200 + tier * 190
            x0 = 0 if side < 0 else WIDTH
            box = [(x0, y), (x0 - side * 310, y + 60), (x0 - side * 310, y + 130), (x0, y + 100)]
            p.poly(box, "accent")
            p.shade(box, "near", "down", 0.6)
            p.line([(x0, y), (x0 - side * 310, y + 60)], 12, "second")
            for k in range(6):
                t = (k + 0.5) / 6
                p.disc(x0 - side * 300 * t, y - 18 + 60 * t, 20, "near")
    for x, w in ((420, 120), (900, 160), (1380, 120)):
        p.shade(
            [(x - 20, 0), (x + 20, 0), (900 + (x - 900) * 0.6 + w * 2, 900), (900 + (x - 900) * 0.6 - w * 2, 900)],
            "light",
            "up",
            0.42,
        )
    p.poly([(260, 700), (1540, 700), (1740, 1010), (60, 1010)], "second")
    p.shade([(260, 700), (1540, 700), (1740, 1010), (60, 1010)], "brick", "down", 0.5)
    if players:
        for row in range(4):
            n = 15 - row * 3
            for k in range(n):
                a = math.pi * (0.06 + 0.88 * (k + 0.5) / n)
                x = 900 - (660 - row * 135) * math.cos(a)
                y = 975 - (250 - row * 55) * math.sin(a)
                p.rounded(x - 22, y - 6, 44, 58, 18, "near")
                p.disc(x, y - 24, 17, p.rng.choice(("blush", "cream", "brick", "straw")))
                if row % 2 == 0:
                    p.line([(x + 14, y + 30), (x + 34, y - 20)], 6, "light")
                else:
                    p.poly([(x - 30, y + 22), (x + 4, y + 30), (x - 2, y + 48), (x - 34, y + 40)], "pale")
    p.rect(840, 985, 120, 24, "near")
    if players:
        p.figure(900, 1000, 200, "night")
        p.line([(922, 860), (990, 800)], 10, "night")
        p.line([(988, 802), (1030, 760)], 4, "paper")
        p.line([(878, 860), (820, 812)], 10, "night")
    p.rect(0, 1010, WIDTH, 190, "near")
    for row in range(3):
        for k in range(24):
            x = k * 80 + (row % 2) * 40
            if players:
                p.disc(x, 1050 + row * 54, 23, "mid")
            p.rounded(x - 33, 1064 + row * 54, 66, 110, 22, "brick")
            p.rect(x - 33, 1084 + row * 54, 66, 5, "near")


def theatre(p, chairs=1):
    p.rect(0, 0, WIDTH, HEIGHT, "near")
    p.rect(170, 110, 1460, 850, "mid")
    p.shade_rect(170, 110, 1460, 850, "near", "up", 0.9)
    p.shade([(860, 110), (940, 110), (1270, 960), (530, 960)], "light", "down", 0.75)
    p.rect(0, 930, WIDTH, 270, "brick")
    p.shade_rect(0, 930, WIDTH, 270, "near", "down", 0.9)
    p.oval(900, 960, 400, 64, "light")
    p.shade([(500, 960), (900, 900), (1300, 960), (900, 1024)], "second", "down", 0.6)
    for k in range(chairs):
        x = 900 + (k - (chairs - 1) / 2) * 230
        p.rect(x - 62, 700, 16, 262, "night")
        p.rect(x + 46, 700, 16, 262, "night")
        for y in (712, 752, 792):
            p.rect(x - 62, y, 124, 18, "night")
        p.poly([(x - 76, 850), (x + 76, 850), (x + 92, 880), (x - 92, 880)], "accent")
        p.rect(x - 90, 878, 14, 100, "night")
        p.rect(x + 76, 878, 14, 100, "night")
    for side in (-1, 1):
        edge = 0 if side < 0 else WIDTH
        for k in range(7):
            x = edge - side * k * 74
            folds = [
                (x, 0),
                (x - side * 78, 0),
                (x - side * (70 - k * 7), 620),
                (x - side * (40 + k * 2), 960),
                (x, 960),
            ]
            p.poly(folds, "accent" if k % 2 else "brick")
            p.shade(folds, "near", "down", 0.75)
    for k in range(9):
        p.pie(100 + k * 200, 0, 110, 170, 0, 180, "accent" if k % 2 else "brick")
    p.rect(0, 0, WIDTH, 46, "second")
    for k in range(15):
        p.disc(60 + k * 120, 1010, 22, "straw")
        p.rect(38 + k * 120, 1010, 44, 24, "near")
    for k in range(19):
        p.disc(k * 100, 1176, 40, "night")
        p.rounded(k * 100 - 52, 1190, 104, 60, 20, "night")


def shelves(p, ladder=True, window=True):
    p.rect(0, 0, WIDTH, HEIGHT, "near")
    bays = ((40, 520), (620, 560), (1240, 520))
    for n, (x, w) in enumerate(bays):
        p.rect(x, 40, w, 1060, "brick")
        p.shade_rect(x, 40, w, 1060, "near", "down", 0.8)
        if window and n == 1:
            _window(p, x, w)
            continue
        for shelf in range(6):
            y = 210 + shelf * 170
            _spines(p, x + 16, y, w - 32)
            p.rect(x, y, w, 16, "second")
            p.rect(x, y + 16, w, 7, "near")
    p.rect(0, 1080, WIDTH, 120, "mid")
    p.shade_rect(0, 1080, WIDTH, 120, "near", "down", 0.7)
    if ladder:
        p.line([(1380, 1120), (1510, 90)], 16, "straw")
        p.line([(1500, 1120), (1600, 90)], 16, "straw")
        for k in range(9):
            y = 190 + k * 105
            t = (1120 - y) / 1030
            p.line([(1380 + 130 * t, y), (1500 + 100 * t, y)], 12, "straw")


def _window(p, x, w):
    p.pie(x + w / 2, 330, w / 2 - 40, 240, 180, 360, "light")
    p.rect(x + 40, 328, w - 80, 470, "light")
    p.shade_rect(x + 40, 90, w - 80, 708, "top", "up", 0.7)
    p.disc(x + w / 2 + 70, 420, 60, "sun")
    p.rect(x + w / 2 - 6, 90, 12, 710, "brick")
    for y in (328, 480, 640):
        p.rect(x + 40, y, w - 80, 12, "brick")
    p.rect(x + 10, 796, w - 20, 26, "second")
    p.rect(x + 60, 860, w - 120, 24, "second")
    p.rect(x + 90, 884, 20, 220, "second")
    p.rect(x + w - 110, 884, 20, 220, "second")
    p.rect(x + 360, 720, 10, 140, "night")
    p.pie(x + 365, 740, 66, 60, 180, 360, "accent")
    p.poly([(x + 130, 858), (x + 210, 836), (x + 290, 858), (x + 210, 866)], "paper")
    p.line([(x + 210, 838), (x + 210, 864)], 3, "near")


def _spines(p, x, y, w):
    end = x + w
    while x < end - 20:
        bw, bh = p.rng.uniform(18, 46), p.rng.uniform(96, 142)
        bw = min(bw, end - x)
        part = p.rng.choice(SPINES)
        if p.rng.random() < 0.07 and end - x > 70:
            p.poly([(x, y), (x + 30, y - bh), (x + 56, y - bh + 7), (x + 28, y)], part)
            x += 62
            continue
        p.rect(x, y - bh, bw, bh, part)
        p.shade_rect(x + bw * 0.5, y - bh, bw * 0.5, bh, "night", "right", 0.5)
        p.rect(x, y - bh + 18, bw, 6, "straw")
        if p.rng.random() < 0.5:
            p.rect(x, y - 28, bw, 5, "straw")
        x += bw + 2


def corridor(p, doors=3):
    vx, vy = 860, 500
    p.rect(0, 0, WIDTH, HEIGHT, "wall")

    def seen(x, y, depth):
        return (vx + (x - vx) / depth, vy + (y - vy) / depth)

    p.poly([(0, 0), (WIDTH, 0), seen(WIDTH, 0, 6), seen(0, 0, 6)], "pale")
    p.shade([(0, 0), (WIDTH, 0), seen(WIDTH, 0, 6), seen(0, 0, 6)], "far", "down", 0.6)
    floor = [(0, HEIGHT), (WIDTH, HEIGHT), seen(WIDTH, HEIGHT, 6), seen(0, HEIGHT, 6)]
    p.poly(floor, "mid")
    p.shade(floor, "near", "up", 0.5)
    right = [(WIDTH, 0), (WIDTH, HEIGHT), seen(WIDTH, HEIGHT, 6), seen(WIDTH, 0, 6)]
    p.poly(right, "far")
    p.shade(right, "mid", "right", 0.6)
    depth = 1.06
    for _ in range(6):
        nxt = depth * 1.26
        p.poly([seen(0, 220, depth), seen(0, 220, nxt), seen(0, 820, nxt), seen(0, 820, depth)], "light")
        p.shade([seen(0, 520, depth), seen(0, 520, nxt), seen(0, 820, nxt), seen(0, 820, depth)], "second", "down", 0.7)
        mid = (depth + nxt) / 2
        p.line([seen(0, 220, mid), seen(0, 820, mid)], 14 / mid, "wall")
        p.line([seen(0, 520, depth), seen(0, 520, nxt)], 14 / mid, "wall")
        p.poly(
            [
                seen(180, HEIGHT, depth),
                seen(180, HEIGHT, nxt),
                seen(1050, HEIGHT, nxt * 1.06),
                seen(1050, HEIGHT, depth * 1.06),
            ],
            "light",
        )
        depth = nxt * 1.09
    depth = 1.12
    for k in range(doors):
        nxt = depth * 1.3
        part = ("accent", "teal", "accent")[k % 3]
        quad = [seen(WIDTH, 250, depth), seen(WIDTH, 250, nxt), seen(WIDTH, HEIGHT, nxt), seen(WIDTH, HEIGHT, depth)]
        p.poly(quad, part)
        p.shade(quad, "near", "down", 0.5)
        a, b = depth * 1.08, nxt * 0.94
        p.poly([seen(WIDTH, 380, a), seen(WIDTH, 380, b), seen(WIDTH, 640, b), seen(WIDTH, 640, a)], "light")
        depth = nxt * 1.16
    p.line([seen(WIDTH, 820, 1), seen(WIDTH, 820, 6)], 14, "near")
    ex0, ey0 = seen(0, 0, 6)
    ex1, ey1 = seen(WIDTH, HEIGHT, 6)
    p.rect(ex0, ey0, ex1 - ex0, ey1 - ey0, "pale")
    p.rect(vx - 70, ey1 - 150, 68, 150, "teal")
    p.rect(vx + 2, ey1 - 150, 68, 150, "teal")
    p.rect(vx - 46, ey1 - 126, 22, 44, "light")
    p.rect(vx + 24, ey1 - 126, 22, 44, "light")
    for d in (1.35, 1.9, 2.7, 3.8):
        a, b, c, e = seen(740, 0, d), seen(980, 0, d), seen(980, 0, d * 1.12), seen(740, 0, d * 1.12)
        p.poly([a, b, c, e], "paper")
    p.figure(880, 760, 250, "near", "paper")
    p.rounded(1240, 900, 210, 30, 12, "accent")
    p.rounded(1240, 760, 210, 130, 16, "accent")
    for x in (1256, 1424):
        p.rect(x, 924, 12, 130, "near")
