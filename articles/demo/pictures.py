"""The pictures of the demo newspaper: what they are called, what they show, and how they are drawn."""

from articles.demo.drawing import city, land, portraits, rooms, sea
from articles.demo.drawing.ink import Print

PAPER = "The Veremouth Lantern"

SCENES = {
    "bookshop": city.bookshop, "bridge": city.bridge, "chamber": rooms.chamber, "cliff": sea.cliff,
    "concert": rooms.concert, "corridor": rooms.corridor, "court": city.court, "ferry": sea.ferry,
    "fields": land.fields, "fish": sea.fish, "greenhouse": land.greenhouse, "harbour": sea.harbour,
    "lighthouse": sea.lighthouse, "market": city.market, "marsh": land.marsh, "pitch": land.pitch,
    "rowing": sea.rowing, "school": city.school, "shelves": rooms.shelves, "skyline": city.skyline,
    "storm": sea.storm, "terraces": city.terraces, "theatre": rooms.theatre, "tram": city.tram,
    "turbines": sea.turbines,
}  # fmt: skip


def _picture(key, scene, palette, alt, caption, **options):
    return {
        "key": key,
        "scene": scene,
        "palette": palette,
        "options": options,
        "alt": alt,
        "caption": caption,
        "credit": f"Illustration: {PAPER}",
        "rights_holder": PAPER,
    }


# fmt: off
PICTURES = [
    _picture("quay-dusk", "harbour", "dusk", "Print of three gantry cranes and stacked containers against a low evening sun; a red freighter lies off the quay.", "The Old Quay terminal at dusk. Its cranes have marked the skyline since the first box was landed.", cranes=3),
    _picture("quay-dawn", "harbour", "dawn", "Print of two cranes on a quay at sunrise, with coloured containers in rows and gulls over pale water.", "Morning on the quay, where the first ships are worked from five.", cranes=2, sun_x=900),
    _picture("quay-night", "harbour", "night", "Print of a dark harbour with a pale moon, cranes with small lamps at their tips, and a freighter at anchor.", "The approach channel must be dredged twice a year to keep its depth.", cranes=3, lamps=True, sun_x=460),
    _picture("quay-storm", "harbour", "storm", "Print of four cranes over a quay under a dark, grainy sky, with a pale sun low above the water and a yellow-hulled ship.", "Work on the cranes must stop when the wind at the cab passes 72 kilometres an hour.", cranes=4, sun_x=520),
    _picture("light-dusk", "lighthouse", "dusk", "Print of a lighthouse with red bands against a plum and coral evening sky, a yellow sun to its left.", "Carrack Light. The crews once rowed round it to raise money for their own boat.", x=1240),
    _picture("light-night", "lighthouse", "night", "Print of a lighthouse with two red bands on a dark rock, throwing beams to both sides under a starry sky.", "Carrack Light, automated long ago, still has a warden from April to October.", beam=True),
    _picture("light-noon", "lighthouse", "noon", "Print of a white lighthouse with red bands on a rock in daylight, with scalloped waves in the foreground.", "Carrack Light, the halfway mark of the Ormsey crossing.", x=1300),
    _picture("ropewalk-dusk", "terraces", "dusk", "Print of four rows of gabled terraced houses climbing a hill at dusk, a few windows lit yellow.", "The Ropewalk estate, where 412 council homes stand on the slope above the river.", rows=4, lit=0.22),
    _picture("ropewalk-storm", "terraces", "storm", "Print of crowded rows of gabled houses under a dark sky, with lit windows and people in the street below.", "Rain that comes off the sea meets the estate before it meets the rest of the city.", rows=5, lit=0.3),
    _picture("beacon-hill", "terraces", "spring", "Print of rows of coloured terraced houses on a hill under a pale spring sky, with two trees in front.", "Beacon Hill, where few of the houses were built with a car in mind.", rows=3, lit=0.02),
    _picture("netherby-roofs", "terraces", "autumn", "Print of close rows of terraced houses in warm autumn colours, with chimneys and a low sun.", "Every household in the city will feel the budget, though not on the same day.", rows=4, lit=0.05),
    _picture("court-autumn", "court", "autumn", "Print of a court building with a pediment, scales and tall columns; three small figures on the steps.", "Veremouth Crown Court.", columns=6),
    _picture("court-storm", "court", "storm", "Print of a court building with eight columns under a dark sky, with people on the steps.", "Nine courtrooms, of which six sit on an average day.", columns=8, sun=False),
    _picture("court-dawn", "court", "dawn", "Print of a court building with columns and a red door in pale morning light.", "The trial took eleven days in Court Two.", columns=6),
    _picture("chamber-lamp", "chamber", "lamp", "Print of curved benches facing a raised chair in a panelled council chamber with arched windows.", "The council chamber, where the debate ran past ten at night.", windows=5),
    _picture("chamber-spring", "chamber", "spring", "Print of a bright council chamber: four arched windows, curved red benches and papers left on desks.", "The mayor’s seat, under the city’s beacon.", windows=4),
    _picture("wind-dawn", "turbines", "dawn", "Print of wind turbines at sea before a large rising sun, with a small red service boat in front.", "Phase one of the Skarn Bank array. The second would stand further out.", count=8),
    _picture("wind-storm", "turbines", "storm", "Print of tall pale wind turbines at sea under a heavy grey sky.", "The first phase. Its foundations came from abroad; those of the second are to be made at Skelder.", count=6, sun_x=480, boat=False),
    _picture("tram-rain", "tram", "night", "Print of a red tram seen from the front on a rainy evening street, headlights lit; a person waits under an umbrella.", "The fourth line was to have carried its first passengers next spring.", rain=True),
    _picture("tram-noon", "tram", "noon", "Print of a yellow tram coming down a daylight street between tall houses, with a person under a parasol.", "The last tram leaves Quayside at eight minutes past eleven.", rain=False, number_part="ochre"),
    _picture("tram-autumn", "tram", "autumn", "Print of a red-brown tram on a street of tall houses in ochre and plum, with a person under a parasol.", "The way to the high street, which is now busier after five than before noon.", rain=False, number_part="brick"),
    _picture("pitch-autumn", "pitch", "autumn", "Print of a striped green football pitch from above between plum-coloured empty stands, with two teams and their long shadows.", "Lantern Lane, where the players walk the match on Thursdays, without a ball.", players=22, crowd=False),
    _picture("pitch-spring", "pitch", "spring", "Print of a football pitch seen from above, striped green, with players, long shadows and full stands.", "Lantern Lane from above: 9,412 came, the most this season.", players=22),
    _picture("pitch-night", "pitch", "night", "Print of a striped football pitch from above in dark green, empty but for four players.", "The club owns its name and its trophies. It does not own its ground.", players=4, crowd=False),
    _picture("hall-lamp", "concert", "lamp", "Print of an orchestra on a stage in a half circle before organ pipes, with a conductor in the middle.", "The Sinfonia in the Chandlers’ Hall. The front pipes stayed; the organ behind them is away for repair.", organ=True),
    _picture("hall-organ", "concert", "dusk", "Print of a concert hall with a wall of organ pipes, balconies at both sides and an empty stage.", "The Chandlers’ Hall organ: 2,914 pipes, of which some 400 had stopped speaking.", players=False),
    _picture("shop-autumn", "bookshop", "autumn", "Print of a bookshop front with two windows full of books, a red door and a cat asleep on the sill.", "Tidewater Books, where the novel’s first chapter was written at the back table.", cat=True),
    _picture("shop-night", "bookshop", "night", "Print of a lit bookshop window at night with rows of coloured spines and two wall lamps.", "The shop will double in size when the wall comes down.", cat=False),
    _picture("library-lamp", "shelves", "lamp", "Print of tall library shelves around an arched window, with a reading desk, a lamp and a ladder.", "The reading room of the Central Library."),
    _picture("archive-dusk", "shelves", "dusk", "Print of floor-to-ceiling shelves packed with bound volumes, with a ladder leaning on the right.", "The harbour office kept its letter books in order, and forgot the chest beneath them.", window=False),
    _picture("oak-autumn", "fields", "autumn", "Print of a broad oak in autumn leaf above layered fields, with a bench beneath it.", "The Larkfield oak, thought to be some 420 years old.", barn=False, oak=True),
    _picture("fields-spring", "fields", "spring", "Print of spring fields divided by hedges, with a red barn, a white house and small clouds.", "Hedges near Wickerby. The county has planted 61 kilometres since the scheme began.", barn=True),
    _picture("barley-noon", "fields", "autumn", "Print of rolling barley fields in ochre and plum with hedges, a barn and a small white house under a low red sun.", "The barley field half a mile inland where the new Thornsea begins.", barn=True),
    _picture("fields-solar", "fields", "noon", "Print of rows of dark solar panels on a sloping field, with hedges and hills behind.", "Panels of the kind described in the withdrawn report.", barn=False, solar=True),
    _picture("bridge-autumn", "bridge", "autumn", "Print of a stone bridge with five arches over a river, lamps along its parapet and a low sun behind.", "St Edda’s Bridge. The centre arch is the only one deep enough for the Marigold.", kind="arches"),
    _picture("bridge-storm", "bridge", "storm", "Print of a cable-stayed bridge with two towers under a dark sky; a bus crosses above grey water.", "The Vere Crossing was shut to high-sided vehicles for fourteen hours.", kind="cables"),
    _picture("market-noon", "market", "noon", "Print of market stalls with striped awnings and boxes of fruit, with shoppers and old house fronts behind.", "Sailcloth Market on the morning it reopened.", stalls=4),
    _picture("market-lamp", "market", "lamp", "Print of two wide stalls with striped awnings under a warm red and ochre sky, traders behind them and shoppers in front.", "Before it reaches the shops, the first bread of the night is sold in Sailcloth Market.", stalls=2),
    _picture("market-dusk", "market", "dusk", "Print of three market stalls at dusk under a string of lights, with people between them.", "The festival’s evening market will run the length of Fish Street.", stalls=3),
    _picture("school-spring", "school", "spring", "Print of a brick school with two gables and a small bell tower, children playing in the yard.", "The 1931 building at Netherby, whose south wing is closed."),
    _picture("city-night", "skyline", "night", "Print of a city at night with many small lit windows reflected in a river under a full moon.", "Veremouth from the east bank, a little after the last bus."),
    _picture("ferry-noon", "ferry", "noon", "Print of a white and dark blue ferry with a red funnel on green waves, an island behind and gulls following.", "The Maid of Ormsey makes four crossings a day in summer, two in winter."),
    _picture("ferry-dusk", "ferry", "dusk", "Print of a ferry heading left through dark waves in front of a red evening sky.", "The boat home: for islanders the last crossing decides how long a day may be.", towards=-1, x=980, sun_x=380),
    _picture("herring", "fish", "noon", "Print of rows of herring in teal, a few of them coral, facing left and right by turns, on a pale ground.", "Spring herring, absent from the estuary for most of forty years."),
    _picture("ward-dawn", "corridor", "dawn", "Print of a long hospital corridor with tall windows on the left, light on the floor and red doors on the right.", "A corridor at Saltern General. Most nights last month, patients waited in one like it.", doors=3),
    _picture("glass-spring", "greenhouse", "spring", "Print of a large glasshouse full of climbing plants and small red fruit, with a path to its door.", "The Hallin glasshouses are warmed by water that used to be thrown away."),
    _picture("cliff-noon", "cliff", "noon", "Print of a layered cliff with a white house near its edge, a fence hanging over the drop and a calm sea below.", "Thornsea. The house in the drawing stood sixty metres from the edge when it was built."),
    _picture("cliff-storm", "cliff", "storm", "Print of a crumbling cliff under a dark sky, its fence broken at the edge and rocks in the sea below.", "The fall took eleven metres of the verge and left the carriageway unsupported.", house=False),
    _picture("wave-storm", "storm", "storm", "Print of a wave breaking over a sea wall in a burst of spray, with street lamps and one figure in a yellow coat.", "East Sands promenade at high water."),
    _picture("eights-noon", "rowing", "noon", "Print of three rowing eights seen from above on blue-green water, their oars spread and wakes behind them.", "The Harbour Eights over the last five hundred metres."),
    _picture("stage-lamp", "theatre", "lamp", "Print of a single red chair in a pool of light on a stage between heavy red curtains.", "One chair is nearly all the furniture the production allows itself.", chairs=1),
    _picture("marsh-dawn", "marsh", "dawn", "Print of a salt marsh at sunrise: a creek winds towards a low sun between reeds, with two white wading birds.", "The marsh at Ormsey Sound, twice a day a meadow and twice a day a sea."),
]
# fmt: on

_BY_KEY = {picture["key"]: picture for picture in PICTURES}


def draw(key, size=(1800, 1200)):
    """The picture itself, the same every time."""
    picture = _BY_KEY[key]
    sheet = Print(picture["palette"], key, size)
    SCENES[picture["scene"]](sheet, **picture["options"])
    return sheet.finished()


def draw_portrait(slug, size=(600, 600)):
    """The likeness of one author, by the author's slug."""
    return portraits.portrait(slug, size)
