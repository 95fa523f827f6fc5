"""Galleries: stories told by their pictures."""

from articles.demo.stories.form import source, story

STORIES = [
    story(
        key="day-on-the-vere",
        section="coast",
        type_of_work="feature",
        layout="gallery",
        headline="First light to last boat: one day on the Vere",
        standfirst="From the marsh to the mouth of the river in seven pictures, drawn on one Saturday in October.",
        body="""<p>The river is four things before breakfast. At the Sound it is a meadow with water in it. Off Netherby it is a racecourse. At Old Quay it is somebody’s place of work, and by the light it has stopped being a river at all. We followed it down for a day and drew what we saw.</p>
<figure data-picture="quay-dawn"></figure>
<p>By seven the first ship has been alongside for two hours. The men on the ropes do not look up.</p>
<figure data-picture="eights-noon"></figure>
<p>Upstream the crews come out in the calm after the tide. Seen from St Edda’s Bridge, they go by without a sound; then the sound comes.</p>
<figure data-picture="ferry-noon"></figure>
<p>At noon the ferry has the river to itself. On a Saturday in October it carries bicycles out and apples back.</p>
<figure data-picture="herring"></figure>
<p>What the gulls were about: the fish are running, and the boats are in by two.</p>
<figure data-picture="light-dusk"></figure>
<p>The light comes on at four minutes to six. Nobody switches it on, and everybody looks.</p>
<figure data-picture="ferry-dusk"></figure>
<p>Last boat. After this one, whoever is on the island stays there.</p>""",
        authors=["sunniva-aldous"],
        tags=["harbour", "on-the-water", "ormsey"],
        sources=[source("own-boat", "on_record", "our writer’s and artist’s day on the river", 12)],
        lead_picture="marsh-dawn",
        days_ago=11.3,
    ),
]
