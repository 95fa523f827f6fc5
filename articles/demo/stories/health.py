"""Health: one story that can hurt to read, with its notes and where help is to be had."""

from articles.demo.stories.form import organization, person, source, story

STORIES = [
    story(
        key="two-day-call",
        section="city",
        headline="Hospital to call within two days everybody it treats after self-harm",
        standfirst="The first days at home are the hardest, the trust’s own count shows. Two nurses will do nothing but ring, ask and listen.",
        body="""<p>Everybody who is treated at Saltern General Hospital after self-harm will get a call from a nurse within two days of going home, the trust that runs it decided this week.</p>
<p>Two nurses have been taken on for it. They will ask how the person is, say what help there is near them, and make the appointment if that is wanted. Whoever does not answer is called again the next day.</p>
<p>“People leave us with a leaflet,” said Dr Nadia Brockwell, the trust’s medical director. “Nobody has ever been kept going by a leaflet.”</p>
<p>The board’s papers say that of those who came back within a month last year, more than half came back in the first week. They also say that deaths by suicide in the district have fallen in three of the last four years, and that nobody should read too much into so short a row of numbers.</p>
<p>A trial in the spring reached four people in five by the second call. Most of them said that it had helped to be asked directly.</p>
<p>“You do not put the thought into anybody’s head by asking,” Dr Brockwell said. “You let them put it down for a minute.”</p>
<p>The calls begin next month. The trust will publish each quarter how many people were reached, and nothing by which any of them could be recognised.</p>""",
        authors=["anwen-sadiq"],
        tags=["health"],
        topics={"suicide": "", "self_harm": "This story speaks of self-harm and of the help that follows it."},
        people=[person("brockwell", "spokesperson", "medical director; answered for the trust")],
        organizations=[organization("trust", "party", "runs Saltern General")],
        sources=[
            source("trust-papers", "on_record", "the trust’s board papers", 3),
            source("brockwell", "on_record", "interview with the trust’s medical director", 3),
        ],
        lead_picture="ward-dawn",
        days_ago=2.3,
    ),
]
