"""Scenes of the harbour and the coast."""

import math

from articles.demo.drawing.ink import HEIGHT, WIDTH


def harbour(p, cranes=3, ship=True, sun_x=1250, lamps=False):
    p.sky(850)
    p.disc(sun_x, 640, 150, "sun")
    p.shade_disc(sun_x, 640, 150, "accent", "down", 0.6)
    p.ridge(850, 130, "far", 4, "mid", 0.5)
    p.rect(0, 835, WIDTH, 365, "water")
    p.shade_rect(0, 835, WIDTH, 365, "near", "down", 0.8)
    p.glints(850, 1040, "sun", 46, sun_x - 230, sun_x + 230)
    p.glints(860, 1180, "far", 26)
    if ship:
        _freighter(p, 230, 905)
    for n in range(cranes):
        _crane(p, 760 + n * 330, 1010, 1 - n * 0.1, "near" if n % 2 == 0 else "mid", lamps)
    p.rect(620, 1000, WIDTH, 60, "near")
    p.shade_rect(620, 1000, WIDTH - 620, 60, "far", "right", 0.5)
    for row in range(3):
        for col in range(13 - row * 2):
            part = p.rng.choice(["accent", "second", "mid", "pale", "far"])
            p.rect(700 + col * 82 + row * 60, 958 - row * 42, 78, 39, part)
    for x in range(660, WIDTH, 120):
        p.rect(x, 1060, 16, 60, "near")
    p.gulls(520, 360, 7, "near")


def _freighter(p, x, y):
    p.poly([(x - 180, y - 60), (x + 380, y - 60), (x + 345, y + 34), (x - 130, y + 34)], "accent")
    p.shade([(x - 180, y - 60), (x + 380, y - 60), (x + 345, y + 34), (x - 130, y + 34)], "near", "down", 0.7)
    p.rect(x - 130, y - 190, 110, 130, "pale")
    p.shade_rect(x - 130, y - 190, 110, 130, "far", "right", 0.6)
    p.rect(x - 118, y - 170, 86, 16, "near")
    p.rect(x - 100, y - 240, 34, 52, "second")
    for col in range(6):
        for row in range(2 - col % 2):
            p.rect(x + 10 + col * 56, y - 98 - row * 36, 52, 36, p.rng.choice(["second", "mid", "pale", "wall"]))
    p.rect(x - 130, y + 34, 475, 8, "pale")


def _crane(p, x, foot, size, part, lamps):
    h = 560 * size
    top = foot - h
    for dx in (-70, 70):
        p.line([(x + dx * size, foot), (x + dx * 0.7 * size, top + 150 * size)], 18 * size, part)
    for k in range(4):
        a, b = top + (150 + k * 100) * size, top + (250 + k * 100) * size
        p.line([(x - 60 * size, a), (x + 62 * size, b)], 7 * size, part)
    p.rect(x - 64 * size, top + 140 * size, 128 * size, 26 * size, part)
    p.poly(
        [
            (x - 360 * size, top + 148 * size),
            (x + 210 * size, top + 132 * size),
            (x + 210 * size, top + 158 * size),
            (x - 360 * size, top + 166 * size),
        ],
        part,
    )
    p.line([(x, top - 10), (x + 6, top + 150 * size)], 20 * size, part)
    p.line([(x, top), (x - 345 * size, top + 150 * size)], 5, part)
    p.line([(x, top), (x + 200 * size, top + 140 * size)], 5, part)
    p.rect(x + 120 * size, top + 96 * size, 74 * size, 44 * size, "accent")
    p.line([(x - 250 * size, top + 160 * size), (x - 250 * size, top + 330 * size)], 4, part)
    p.rect(x - 286 * size, top + 330 * size, 72 * size, 34 * size, "second")
    if lamps:
        for dx, dy in ((0, -6), (-350, 152), (200, 136)):
            p.disc(x + dx * size, top + dy * size, 9, "light")


def lighthouse(p, beam=False, x=1180, stripes="accent"):
    p.sky(920)
    if beam:
        p.shade([(x, 330), (-100, 120), (-100, 480)], "light", "right", 0.75)
        p.shade([(x, 330), (WIDTH + 100, 180), (WIDTH + 100, 430)], "light", "left", 0.75)
        for _ in range(60):
            p.disc(p.rng.uniform(0, WIDTH), p.rng.uniform(0, 520), p.rng.uniform(1.5, 4), "light")
    else:
        p.disc(x - 620, 330, 120, "sun")
        p.gulls(x - 420, 420, 8, "near")
    p.ridge(880, 90, "far", 4, "mid", 0.6)
    p.swell(880, 14, 160, "water")
    rock = [
        (x - 420, 960),
        (x - 330, 870),
        (x - 240, 850),
        (x - 150, 780),
        (x - 60, 760),
        (x + 90, 765),
        (x + 180, 810),
        (x + 300, 830),
        (x + 410, 960),
        (x + 460, 1010),
        (x - 480, 1010),
    ]
    p.poly(rock, "near")
    p.shade(rock, "far", "left", 0.5)
    tower = [(x - 74, 770), (x - 50, 390), (x + 50, 390), (x + 74, 770)]
    p.poly(tower, "light" if p.palette == "night" else "paper")
    for top, bottom in ((450, 530), (610, 690)):
        w0, w1 = 50 + (top - 390) * 0.063, 50 + (bottom - 390) * 0.063
        p.poly([(x - w0, top), (x + w0, top), (x + w1, bottom), (x - w1, bottom)], stripes)
    p.shade(tower, "near", "right", 0.75)
    p.rect(x - 70, 372, 140, 20, "near")
    p.rect(x - 38, 296, 76, 76, "light")
    for dx in (-38, -14, 10, 32):
        p.rect(x + dx, 296, 6, 76, "near")
    p.pie(x, 298, 52, 48, 180, 360, stripes)
    p.rect(x - 4, 220, 8, 34, "near")
    p.rect(x + 70, 690, 130, 80, "wall")
    p.poly([(x + 58, 694), (x + 135, 636), (x + 212, 694)], "mid")
    p.rect(x + 120, 720, 26, 50, "near")
    for y, depth, length, part, shade in (
        (955, 22, 210, "mid", "water"),
        (1020, 30, 280, "water", "near"),
        (1105, 40, 360, "near", "mid"),
    ):
        p.swell(y - 8, depth, length, "pale", phase=y % 97)
        p.swell(y, depth, length, part, shade, phase=y % 97)


def turbines(p, count=7, sun_x=1300, boat=True):
    p.sky(800)
    p.disc(sun_x, 560, 210, "sun")
    p.shade_disc(sun_x, 560, 210, "accent", "down", 0.55)
    p.rect(0, 795, WIDTH, 405, "water")
    p.shade_rect(0, 795, WIDTH, 405, "near", "down", 0.75)
    p.glints(805, 1100, "sun", 50, sun_x - 280, sun_x + 280)
    spots = sorted((0.35 + 0.65 * (n / count) ** 1.6, 120 + (n * 617) % 1600) for n in range(1, count + 1))
    for size, x in spots:
        _turbine(p, x, 792 + 120 * size * size, size)
    if boat:
        p.poly([(520, 960), (730, 960), (700, 1006), (548, 1006)], "accent")
        p.rect(590, 912, 84, 48, "pale")
        p.rect(602, 922, 60, 16, "near")
        p.line([(560, 960), (560, 880)], 5, "near")
    for y, part in ((1085, "mid"), (1140, "near")):
        p.swell(y - 7, 20, 240, "pale", phase=y % 53)
        p.swell(y, 20, 240, part, phase=y % 53)


def _turbine(p, x, foot, size):
    hub = foot - 560 * size
    part = "pale" if p.palette in ("dusk", "night", "storm") else "near"
    p.poly([(x - 13 * size, foot), (x + 13 * size, foot), (x + 6 * size, hub), (x - 6 * size, hub)], part)
    p.rect(x - 22 * size, foot - 26 * size, 44 * size, 30 * size, "second")
    start = p.rng.uniform(0, 2.09)
    for k in range(3):
        a = start + k * 2.094
        tip = (x + 265 * size * math.cos(a), hub + 265 * size * math.sin(a))
        side = (x + 80 * size * math.cos(a + 0.17), hub + 80 * size * math.sin(a + 0.17))
        p.poly([(x, hub), side, tip], part)
    p.disc(x, hub, 13 * size, part)


def ferry(p, island=True, x=820, sun_x=1420, towards=1):
    p.sky(790)
    p.disc(sun_x, 380, 130, "sun")
    if island:
        p.ridge(800, 210, "far", 3, "mid", 0.7)
    p.rect(0, 770, WIDTH, 430, "water")
    p.glints(785, 900, "pale", 26)

    def hull(points, part):
        p.poly([(x + dx * towards, y) for dx, y in points], part)

    hull([(-440, 800), (470, 780), (400, 930), (-390, 930)], "near")
    hull([(-440, 800), (470, 780), (462, 806), (-436, 826)], "accent")
    hull([(-360, 690), (250, 690), (300, 798), (-400, 802)], "paper")
    hull([(-250, 600), (150, 600), (185, 690), (-290, 690)], "pale")
    hull([(-40, 540), (110, 540), (135, 600), (-60, 600)], "paper")
    hull([(-30, 556), (112, 556), (120, 582), (-38, 582)], "near")
    hull([(-190, 480), (-100, 480), (-90, 602), (-205, 602)], "accent")
    hull([(-192, 500), (-99, 500), (-96, 530), (-196, 530)], "near")
    for k in range(9):
        p.rounded(x + (-340 + k * 66) * towards - (30 if towards < 0 else 0), 722, 34, 34, 8, "mid")
    for k in range(6):
        p.rect(x + (-225 + k * 60) * towards - (20 if towards < 0 else 0), 626, 30, 26, "near")
    side = [(-360, 690), (250, 690), (300, 780), (-395, 796)]
    p.shade([(x + dx * towards, y) for dx, y in side], "far", "down", 0.4)
    p.gulls(x - 380 * towards, 520, 9, "near", 200)
    for y, depth, part, shade in ((925, 22, "mid", "water"), (1000, 34, "water", "near"), (1090, 44, "near", "mid")):
        p.swell(y - 9, depth, 260 + y % 90, "pale", phase=y % 89)
        p.swell(y, depth, 260 + y % 90, part, shade, phase=y % 89)


def cliff(p, house=True):
    p.sky(800)
    p.disc(420, 330, 110, "sun")
    p.rect(0, 760, WIDTH, 440, "water")
    p.shade_rect(0, 760, WIDTH, 440, "near", "down", 0.6)
    p.glints(775, 1000, "pale", 44, 0, 1000)
    edge = [(830, 470), (860, 560), (805, 640), (850, 730), (790, 830), (815, 930), (720, 1040)]
    face = [*edge, (620, 1110), (WIDTH, 1200), (WIDTH, 440)]
    p.poly(face, "wall")
    for k, part in enumerate(["second", "pale", "accent", "wall", "second", "accent"]):
        y = 530 + k * 95
        x0 = edge[min(k + 1, len(edge) - 1)][0]
        p.poly([(x0, y), (1250, y - 26), (WIDTH, y - 60), (WIDTH, y - 20), (1250, y + 20), (x0 - 10, y + 34)], part)
    p.shade(face, "near", "left", 0.85)
    p.poly(
        [(806, 452), (860, 436), (1200, 414), (WIDTH, 400), (WIDTH, 470), (1200, 470), (880, 490), (838, 500)], "leaf"
    )
    p.shade([(806, 452), (1200, 414), (WIDTH, 400), (WIDTH, 470), (838, 500)], "near", "down", 0.4)
    for k in range(8):
        p.rect(880 + k * 105, 372 - k * 3, 9, 62, "near")
    p.line([(780, 470), (884, 388), (1625, 364)], 5, "near")
    p.line([(770, 500), (884, 410), (1625, 386)], 5, "near")
    p.line([(790, 480), (764, 545)], 9, "near")
    if house:
        p.rect(1210, 260, 300, 160, "paper")
        p.shade_rect(1210, 260, 300, 160, "far", "right", 0.6)
        p.poly([(1190, 266), (1250, 170), (1470, 170), (1530, 266)], "accent")
        p.rect(1420, 120, 44, 90, "mid")
        for x in (1245, 1435):
            p.rect(x, 310, 46, 50, "near")
        p.rect(1340, 320, 46, 98, "mid")
    for _ in range(16):
        x = p.rng.uniform(560, 840)
        p.poly([(x, 1090), (x + 40, 1040), (x + 90, 1060), (x + 110, 1110)], p.rng.choice(["wall", "second", "near"]))
    p.swell(1088, 26, 210, "pale", phase=20)
    p.swell(1100, 26, 210, "water", "near", phase=20)
    p.gulls(480, 560, 8, "near")


def storm(p, spray=True):
    p.sky(HEIGHT, "top", "low")
    for k in range(5):
        p.ridge(260 + k * 95, 150, ("top", "far", "mid", "far", "mid")[k], 6, "top" if k % 2 else "near", 0.6)
    p.rect(0, 740, WIDTH, 460, "water")
    for y, depth, part in ((770, 60, "far"), (850, 70, "water"), (930, 80, "mid")):
        p.swell(y - 12, depth, 420, "pale", phase=y % 211)
        p.swell(y, depth, 420, part, "near", phase=y % 211)
    if spray:
        _plume(p, 1180, 985)
    p.rect(0, 985, WIDTH, 215, "near")
    p.rect(0, 965, WIDTH, 34, "wall")
    p.shade_rect(0, 999, WIDTH, 201, "far", "up", 0.5)
    for x in (210, 640, 1620):
        p.rect(x, 690, 14, 300, "near")
        p.line([(x + 7, 700), (x + 60, 676)], 10, "near")
        p.disc(x + 74, 690, 24, "light")
    for x in range(40, WIDTH, 90):
        p.rect(x, 910, 9, 60, "near")
    p.rect(0, 905, WIDTH, 9, "near")
    p.figure(420, 1090, 190, "pale", "accent")


def _plume(p, x, y):
    for part, reach in (("far", 1.0), ("pale", 0.86), ("paper", 0.66)):
        for _ in range(90):
            t = p.rng.random() ** 1.4
            lean = (t * t * 150 - 40 * t) + p.rng.gauss(0, 50 + 120 * t)
            p.disc(x + lean * reach, y - t * 620 * reach, (78 - 62 * t) * p.rng.uniform(0.5, 1.0), part)
    for _ in range(260):
        a, d = p.rng.gauss(-1.4, 0.5), p.rng.uniform(80, 800)
        p.disc(x + d * math.cos(a), y + d * math.sin(a), p.rng.uniform(2, 9), p.rng.choice(("paper", "pale")))


def fish(p, columns=5, part="water"):
    p.rect(0, 0, WIDTH, HEIGHT, "pale")
    p.shade_rect(0, 0, WIDTH, HEIGHT, "far", "down", 0.55)
    for row in range(6):
        for col in range(columns + 1):
            x = (col - 0.5 * (row % 2)) * WIDTH / columns + 150
            y = 120 + row * 200
            flip = 1 if row % 2 else -1
            _herring(p, x, y, flip, p.rng.choice([part, part, "near", "accent"] if p.rng.random() < 0.4 else [part]))


def _herring(p, x, y, flip, part):
    back = [(t / 10, math.sin(t / 10 * math.pi) ** 0.8) for t in range(11)]
    top = [(x + flip * (-150 + 270 * t), y - 52 * v) for t, v in back]
    belly = [(x + flip * (-150 + 270 * t), y + 58 * v) for t, v in reversed(back)]
    p.poly([(x + flip * 105, y), (x + flip * 178, y - 52), (x + flip * 158, y), (x + flip * 178, y + 52)], part)
    p.poly([*top, *belly], "paper")
    p.shade([*top, *belly], part, "up", 1.0)
    p.poly([*top, (x + flip * 60, y - 14), (x - flip * 60, y - 18)], part)
    p.poly([(x - flip * 10, y - 48), (x + flip * 24, y - 84), (x + flip * 50, y - 42)], part)
    for k in range(4):
        p.arc(x - flip * 40 + flip * k * 36, y + 8, 22, 26, 100 if flip > 0 else -80, 260 if flip > 0 else 80, 4, part)
    p.disc(x - flip * 108, y - 12, 13, "paper")
    p.disc(x - flip * 108, y - 12, 6, "near")


def rowing(p, crews=3):
    p.rect(0, 0, WIDTH, HEIGHT, "water")
    p.shade_rect(0, 0, WIDTH, HEIGHT, "near", "right", 0.7)
    for _ in range(90):
        x, y, w = p.rng.uniform(0, WIDTH), p.rng.uniform(0, HEIGHT), p.rng.uniform(30, 120)
        p.line([(x, y), (x + w, y - w * 0.06)], 4, p.rng.choice(["mid", "far", "pale"]))
    for n in range(crews):
        y = 260 + n * 340
        _shell(p, 900 + (n * 331) % 420 - 200, y, ("accent", "pale", "second")[n % 3])


def _shell(p, x, y, part):
    for k in range(5):
        p.line([(x - 640 - k * 60, y - 26 - k * 5), (x - 560 - k * 60, y - 4)], 5, "pale")
        p.line([(x - 640 - k * 60, y + 26 + k * 5), (x - 560 - k * 60, y + 4)], 5, "pale")
    hull = [(x - 560, y), (x - 420, y - 22), (x + 380, y - 22), (x + 580, y), (x + 380, y + 22), (x - 420, y + 22)]
    p.poly([(a + 10, b + 22) for a, b in hull], "near")
    for k in range(8):
        sx, side = x - 360 + k * 96, -1 if k % 2 else 1
        tip = (sx - 50, y + side * 116)
        p.line([(sx, y), tip], 7, "paper")
        p.line([tip, (tip[0] - 12, tip[1] + side * 44)], 18, part)
        p.arc(tip[0], tip[1] + side * 40, 46, 20, 0, 360, 4, "far")
    p.poly(hull, part)
    for k in range(8):
        sx = x - 360 + k * 96
        p.oval(sx, y, 26, 19, "paper")
        p.disc(sx - 8, y, 11, "near")
    p.disc(x - 450, y, 13, "near")
