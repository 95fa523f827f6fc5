"""Comment: a guest and a sports writer give their views."""

from articles.demo.stories.form import organization, source, story

STORIES = [
    story(
        key="pilots-view",
        section="city",
        type_of_work="opinion",
        headline="Move the cranes if you must. But do not move the noise",
        standfirst="I brought ships into Old Quay for thirty-one years. A harbour that nobody can hear is a pond.",
        body="""<p>A harbour pilot spends his working life being driven out to sea in a small boat so that he can come back in a large one. I did it for thirty-one years, some nine thousand times, and I never once came past the beacon without somebody waving.</p>
<p>You do not wave at a view. You wave because there is a man on the bridge of that ship who can see you. It is the difference between a port and a picture of one, and it is what has been missing from nine months of argument about Old Quay.</p>
<p>I am not sentimental about the cranes. They are worn out. Two of them were second-hand when they came. The ships have grown until they turn in the basin as a wardrobe turns on a landing, and one windy night the wardrobe will win. If the container berths have to go to Skelder Point, let them go. I have seen the soundings and I should have said so myself.</p>
<p>What troubles me is the drawing. You will have noticed it, pinned up in the library: the trees, the café tables, the couple with the balloon. I have looked at it through a glass and there is not a working boat in it. There is one yacht. It has its sails up, indoors, so to speak, against a wall, with the wind coming through the café.</p>
<h2>Keep a third of it working</h2>
<p>So here is what I should ask for. Keep the fish. Keep the ferry. Keep the slip where they scrape the barges, which is filthy and loud, and in front of which on any fine morning you will find half of the city’s grandfathers. Write down, now, while everyone is being generous, that a third of the quay shall always be for people who get their hands wet.</p>
<p>Whoever buys the flats behind it will complain, and quite soon. They will say that nobody told them about the hammering at seven. Tell them. Put it in the deeds. Put it in the drawing, with the balloon.</p>
<p>A city can do without its cranes. I do not believe that this one can do without the sound of somebody, down there, before breakfast, mending something.</p>""",
        authors=["tobin-astley"],
        tags=["harbour", "city-council"],
        organizations=[organization("port", "other", "runs the quay on which the author worked", role_text="port")],
        sources=[source("own-astley", "on_record", "the author’s own years as a harbour pilot", 2)],
        lead_picture="quay-night",
        days_ago=1.6,
    ),
    story(
        key="the-far-pitch",
        section="sport",
        type_of_work="opinion",
        headline="The best match of the week is on the pitch without a stand",
        standfirst="I am paid to watch Athletic. On Sundays I go to the far field at Netherby for nothing, and come home happier.",
        body="""<p>There are four people watching when I arrive: two mothers, one uncle and a whippet. There is no stand. There is a rope, and on the rope somebody has hung eleven coats.</p>
<p>This is the under-fourteens, Netherby against Larkfield, ten o’clock on a Sunday, on the pitch at the far end that drains last. I came in March because it was on my way. I have been back six times and it has not been on my way since.</p>
<p>I ought to explain that I am not there to find anybody. I have no eye for talent, as readers who recall my remarks on a certain goalkeeper will agree. I am there because nobody on that field has yet been told what she cannot do. A left back takes the ball past three players, for the pleasure of it, in quite the wrong direction. A goalkeeper comes out as far as the halfway line to see what is going on. Twice in one half I have seen a girl laugh aloud while losing the ball.</p>
<p>Nobody laughs at Lantern Lane. We have eleven fine athletes there, and they play as if the grass were listening.</p>
<p>Of course it is easier when it does not matter. But that is what they say of it, the people who have never stood there: it matters a great deal. A girl of thirteen who had put the ball over from two yards walked the whole way home behind her father last week, and neither said a word, and I have seen managers of the second division take it with less dignity.</p>
<p>The city means to draw up its pitches again in the spring, and the far one is on the list to become a car park for the near ones. It floods, it is true. So do I, these days, at a good goal.</p>
<p>Leave it. Hang up a few more ropes. And go, one Sunday: you can have my place beside the whippet.</p>""",
        authors=["devan-kalloor"],
        tags=["football"],
        sources=[source("own-lane", "on_record", "our writer’s Sundays at Netherby", 5)],
        days_ago=4.4,
    ),
]
