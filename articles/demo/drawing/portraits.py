"""Stylised portraits of the demo newspaper's authors."""

from articles.demo.drawing.ink import Print

# skin, hair, cut, coat, shirt, background, glasses, beard
SITTERS = {
    "nell-hathersage": ("#D9A585", "#5B2E22", "bob", "navy", "paper", "mist", True, False),
    "anwen-sadiq": ("#9C6644", "#1E1B22", "long", "brick", "cream", "straw", False, False),
    "idris-penvarne": ("#6D4632", "#17151A", "short", "plum", "paper", "blush", True, True),
    "sunniva-aldous": ("#EBC2A4", "#C9913F", "bun", "pine", "cream", "sea", False, False),
    "kofi-brathwell": ("#55362A", "#1B1719", "shaved", "ochre", "paper", "slate", False, True),
    "marguerite-tansley": ("#E3B595", "#B9B4AE", "curls", "night", "coral", "blush", True, False),
    "devan-kalloor": ("#8A5A3C", "#241C1C", "quiff", "teal", "paper", "straw", False, False),
    "bridie-carrow": ("#EFCBB2", "#A8432F", "fringe", "moss", "cream", "plum", False, False),
    "tobin-astley": ("#D8A98C", "#C9C4BC", "short", "navy", "cream", "mist", False, True),
}


def _tint(value, by):
    parts = [int(value[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{max(0, min(255, round(c * by))):02x}" for c in parts)


def portrait(slug, size):
    skin, hair, cut, coat, shirt, ground, glasses, beard = SITTERS[slug]
    p = Print("noon", slug, size)
    shadow = _tint(skin, 0.8)
    # The sheet is 1800 by 1200 and is trimmed to its middle square: everything sits around x = 900.
    p.rect(0, 0, 1800, 1200, ground)
    p.shade_rect(0, 0, 1800, 1200, "paper", "up", 0.2)
    p.disc(900, 520, 430, "paper" if ground in ("plum", "slate") else "cream")
    _hair_behind(p, cut, hair)
    p.poly([(560, 1200), (600, 1030), (770, 940), (1030, 940), (1200, 1030), (1240, 1200)], coat)
    p.disc(640, 1070, 80, coat)
    p.disc(1160, 1070, 80, coat)
    p.rect(560, 1070, 680, 130, coat)
    p.shade([(900, 960), (1190, 1040), (1236, 1080), (1236, 1200), (900, 1200)], "night", "right", 0.55)
    p.poly([(790, 930), (1010, 930), (900, 1150)], shirt)
    p.poly([(780, 920), (830, 920), (900, 1160), (850, 1130)], coat)
    p.poly([(1020, 920), (970, 920), (900, 1160), (950, 1130)], coat)
    p.poly([(820, 720), (980, 720), (985, 930), (900, 1000), (815, 930)], shadow)
    p.oval(900, 560, 188, 236, skin)
    for side in (-1, 1):
        p.oval(900 + side * 188, 575, 28, 46, skin)
    for side in (-1, 1):
        p.oval(900 + side * 112, 630, 40, 26, _tint(skin, 0.93))
    if beard:
        p.pie(900, 640, 182, 172, 0, 180, hair)
        p.poly([(718, 642), (720, 560), (756, 650), (1044, 650), (1080, 560), (1082, 642)], hair)
        p.oval(900, 668, 92, 44, skin)
    for side in (-1, 1):
        p.oval(900 + side * 76, 548, 15, 17, "night")
        p.arc(900 + side * 76, 520, 44, 28, 200, 340, 11, hair if cut != "shaved" else "night")
    p.line([(902, 560), (880, 628), (910, 634)], 8, shadow)
    p.arc(900, 668, 58, 36, 20, 160, 10, "brick")
    _hair_before(p, cut, hair)
    if glasses:
        for side in (-1, 1):
            p.arc(900 + side * 80, 550, 60, 54, 0, 360, 10, "night")
        p.line([(880, 544), (920, 544)], 9, "night")
        p.line([(760, 540), (716, 528)], 9, "night")
        p.line([(1040, 540), (1084, 528)], 9, "night")
    return p.finished()


def _hair_behind(p, cut, hair):
    if cut == "bob":
        p.rounded(680, 320, 440, 460, 190, hair)
        p.rect(680, 560, 440, 190, hair)
    elif cut == "long":
        p.rounded(672, 310, 456, 700, 200, hair)
    elif cut == "bun":
        p.disc(900, 270, 100, hair)
        p.oval(900, 500, 206, 226, hair)
    elif cut == "curls":
        for x, y, r in (
            (700, 470, 90),
            (690, 600, 84),
            (1100, 470, 90),
            (1110, 600, 84),
            (760, 370, 96),
            (1040, 370, 96),
            (900, 320, 110),
            (715, 700, 66),
            (1085, 700, 66),
        ):
            p.disc(x, y, r, hair)
    elif cut == "fringe":
        p.rounded(676, 310, 448, 560, 200, hair)


def _hair_before(p, cut, hair):
    if cut in ("bob", "long"):
        p.poly(
            [
                (706, 560),
                (700, 420),
                (790, 310),
                (930, 300),
                (1060, 350),
                (1100, 440),
                (1096, 560),
                (1050, 450),
                (960, 400),
                (800, 400),
                (740, 460),
            ],
            hair,
        )
    elif cut == "fringe":
        p.poly(
            [(700, 600), (700, 420), (790, 310), (1010, 310), (1100, 420), (1100, 600), (1072, 478), (728, 478)], hair
        )
    elif cut == "bun":
        p.poly(
            [
                (704, 560),
                (706, 430),
                (800, 320),
                (1000, 320),
                (1094, 430),
                (1096, 560),
                (1050, 440),
                (900, 372),
                (750, 440),
            ],
            hair,
        )
    elif cut == "short":
        p.poly(
            [
                (708, 540),
                (704, 420),
                (780, 320),
                (900, 296),
                (1020, 320),
                (1096, 420),
                (1092, 540),
                (1066, 440),
                (990, 404),
                (810, 404),
                (734, 440),
            ],
            hair,
        )
    elif cut == "quiff":
        p.poly(
            [
                (708, 530),
                (700, 400),
                (740, 290),
                (880, 240),
                (1040, 250),
                (1110, 330),
                (1092, 530),
                (1064, 430),
                (960, 410),
                (800, 400),
                (736, 440),
            ],
            hair,
        )
    elif cut == "shaved":
        p.shade(
            [
                (712, 500),
                (720, 420),
                (800, 336),
                (900, 318),
                (1000, 336),
                (1080, 420),
                (1088, 500),
                (1000, 420),
                (800, 420),
            ],
            hair,
            "up",
            0.9,
        )
    elif cut == "curls":
        for x, y, r in (
            (760, 410, 62),
            (840, 370, 64),
            (930, 362, 62),
            (1010, 386, 62),
            (1066, 440, 44),
            (724, 470, 40),
        ):
            p.disc(x, y, r, hair)
