"""City: homes, schools, hospitals and markets."""

from articles.demo.stories.form import organization, person, source, story

_ROPEWALK = """<p>On the fourth floor of Capstan House, Polly Winstrop keeps a ruler on the windowsill. Once a month she holds it against the bedroom wall and photographs the place where the grey begins. In January of last year it was eleven centimetres above the skirting board. This month it is forty-three.</p>
<p>“I am not a scientist,” she says. “I just thought that if I measured it, somebody would have to argue with the number instead of with me.”</p>
<p>Ms Winstrop chairs the tenants’ association of the Ropewalk estate, 412 council homes in nine blocks on the slope above the river. For six years its members have complained of damp. For most of that time they were given the same advice: heat more, dry clothes outdoors, open the windows.</p>
<p>The Lantern has read three surveys of the estate that the council paid for in those years and did not publish. Each says, in different words, that the advice was wrong.</p>
<h2>What the surveys say</h2>
<p>The first, six years old, runs to nine pages. It was meant to price new windows. Its author noted in passing that the concrete panels of four blocks had been joined with a sealant “at or beyond the end of its life”, and that rain was being driven through the joints into the insulation behind. New windows, he wrote, “would not address the principal source of moisture”.</p>
<p>The council bought the windows. They cost £2.8m.</p>
<p>The second survey, two years later, was ordered after a ceiling came down in Halyard House. Its authors opened the walls in twelve flats and found wet insulation in eleven. They recommended that all nine blocks be surveyed in the same way “as a matter of urgency”, and that tenants with asthma be offered a move.</p>
<p>Neither happened. Minutes of the housing board show that the report was noted, and that the next item was the car park.</p>
<p>The third survey, finished twenty months ago, is the bluntest. It puts the cost of repair at £19m and says that with every winter it will rise by about a tenth. In a paragraph that somebody has marked in the margin of the copy we have seen, it adds: “Advice to residents concerning ventilation should cease, as it is not supported by our findings and may delay the reporting of defects.”</p>
<aside class="pullquote"><p>“Advice to residents concerning ventilation should cease.”</p></aside>
<p>Five months later the council sent such advice again, to every household on the estate, over the mayor’s signature.</p>
<figure data-picture="ropewalk-storm"></figure>
<h2>How it could happen</h2>
<p>A surveyor who worked on one of the three reports agreed to speak to us on condition that neither name nor firm be given, because both still depend on work from public bodies.</p>
<p>“Everyone I met there was decent and everyone was busy,” the surveyor said. “The person who ordered the first report had left by the second. The person who ordered the second had left by the third. It was always somebody’s first month.”</p>
<p>The surveyor said that the third report had been discussed at a meeting with council officers at which its cost, not its findings, took up most of an hour. “Someone said, ‘If we publish this, we own it.’ Nobody disagreed. I don’t think that anyone thought of it as hiding something. They thought of it as being careful.”</p>
<p>Two other people who were at that meeting confirmed that it took place and what it was about. Neither would say whether the sentence was spoken. The council said that it could not comment on “the recollection of an unnamed person”.</p>
<h2>Living with it</h2>
<p>We visited seventeen flats in five blocks over six weeks. In eleven we could see mould on an outside wall; in four of them it covered more than a square metre. Three families had moved all their beds into one room.</p>
<p>In one flat, on the weather side of Halyard House, a man who drives a delivery van showed us a notebook in which he had written down every call that he made to the repairs line. There were fifty-four. Twice somebody had come: once to paint the wall with a product that is meant to keep mould from growing, and once to ask whether he was satisfied with the paint.</p>
<p>A grandmother two floors below keeps the family photographs in a biscuit tin in her car. It is the only dry thing she owns, she said, and it is taxed until March.</p>
<p>The trust that runs the city’s hospitals does not count admissions by estate. But a paper that its doctors gave to a public meeting in the spring looked at children admitted with breathing difficulties, by postcode. The rate in the postcode that covers Ropewalk was 2.4 times the rate in the city as a whole. The paper is careful to say that it does not show why: the estate is also poorer and lies closer to the ring road.</p>
<p>“You cannot read a cause off a map,” said Dr Nadia Brockwell, the trust’s medical director. “What I can say as a doctor is that nobody with a small child and a wheeze should be sleeping against a wet wall, and that we did not need a map for that.”</p>
<h2>What the council says</h2>
<p>We sent our findings to the council two weeks ago, with copies of the passages quoted here. It did not dispute them.</p>
<p>“These reports should have been published, and tenants should have been told what was in them,” its chief executive, Owen Tredale, said in a written answer. “The advice on ventilation was wrong. It was repeated after we had been told that it was wrong. I have asked our auditors to find out how, and their report will be published, whatever it says.”</p>
<p>Mr Tredale said that work on the joints of the four worst blocks would begin within three months, paid for by putting off the replacement of lifts elsewhere. The other five would be surveyed this year. Families with a child under five or a doctor’s letter would be offered a move before then. He could not say how many homes were free to move them to.</p>
<p>Gideon Sparr, who leads the opposition, said that he had asked about Ropewalk in the chamber on four occasions and had been told each time that the matter was in hand. He was a member of the housing board when the second survey was noted. Asked about that, he said: “Then I noted it too. I am not proud of it. I remember the car park.”</p>
<h2>Forty-three centimetres</h2>
<p>Ms Winstrop learned about the surveys from us. She read the third one at her kitchen table, slowly, with a pencil, and when she came to the paragraph about ventilation she read it out loud.</p>
<p>Then she went and closed the window.</p>
<p>“Six years I’ve had that open,” she said.</p>
<h3>How we reported this story</h3>
<p>We read the three surveys, the minutes of the housing board for six years, and the council’s letters to tenants. We visited seventeen flats with the tenants’ consent. We know who the surveyor is, checked the surveyor’s account against documents and with two other people, and agreed not to give a name because it could cost a livelihood. The council had fourteen days to answer.</p>"""

STORIES = [
    story(
        key="ropewalk-damp",
        section="city",
        type_of_work="feature",
        headline="The council knew: six years of warnings about the walls of Ropewalk",
        standfirst="Tenants were told to open their windows. Surveys that the council commissioned, and did not publish, said that the windows were not the problem.",
        body=_ROPEWALK,
        authors=["anwen-sadiq", "nell-hathersage"],
        tags=["housing", "city-council", "health", "public-money"],
        people=[
            person("winstrop", "complainant", "tenant; chairs the tenants’ association"),
            person("tredale", "official", "chief executive of the council; answered for it"),
            person("brockwell", "expert", "medical director of the hospitals trust"),
            person("sparr", "official", "opposition leader; sat on the housing board when the second survey was noted"),
        ],
        organizations=[
            organization("council", "party", "owns the estate; did not publish the surveys"),
            organization("tenants", "complainant", "represents the tenants"),
            organization("trust", "expert", "published the paper on children’s admissions"),
        ],
        sources=[
            source("ropewalk-surveys", "on_record", "three surveys of the estate commissioned by the council", 60),
            source("housing-minutes", "on_record", "minutes of the council’s housing board", 45),
            source("council-letters", "on_record", "the council’s letters to tenants", 40),
            source(
                "conf-surveyor",
                "background",
                "a surveyor who worked on one of the reports and whose name we agreed to withhold",
                30,
                "reprisals",
            ),
            source("winstrop", "on_record", "interviews with Polly Winstrop", 20),
            source("own-ropewalk", "on_record", "our visits to seventeen flats", 18),
            source(
                "trust-papers", "on_record", "paper on children’s admissions by postcode, given to a public meeting", 25
            ),
            source("brockwell", "on_record", "interview with the trust’s medical director", 22),
            source("tredale", "on_record", "written answer from the council’s chief executive", 15),
            source("sparr", "on_record", "interview with the leader of the opposition", 15),
        ],
        lead_picture="ropewalk-dusk",
        pictures=["ropewalk-storm"],
        days_ago=14.2,
        editions=[
            {
                "after_hours": 51.0,
                "kind": "update",
                "public_note": "Updated to say that the council has published all three surveys.",
                "standfirst": "Tenants were told to open their windows. Surveys that the council commissioned said that the windows were not the problem. It has now published them.",
                "body": _ROPEWALK.replace(
                    "<h2>Forty-three centimetres</h2>",
                    "<p><strong>Update:</strong> two days after this report appeared, the council published all three surveys in full and sent every household on the estate a letter withdrawing its advice.</p>\n<h2>Forty-three centimetres</h2>",
                ),
            }
        ],
    ),
    story(
        key="netherby-school-wing",
        section="city",
        headline="Netherby school shuts its south wing after engineers look at the roof",
        standfirst="Lessons for 240 pupils move to the church hall and the old tram depot. The head hopes to have them back within two terms.",
        dateline="Netherby",
        body="""<p>Netherby Community School has closed the south wing of its 1931 building after a survey found that the timbers holding up the roof had split along half their length.</p>
<p>Nobody was hurt and nothing has fallen. But the engineers, who had come to price some solar panels, advised the head teacher the same afternoon that nobody should work underneath.</p>
<p>“They were very polite about it,” said Samuel Yarde, the head. “One of them asked if there was somewhere quiet we could sit down. I thought, this is not going to be about solar panels.”</p>
<p>Eleven classrooms are shut. From tomorrow 240 pupils in the two youngest years will have lessons in St Brannoc’s hall and in the former tram depot on Alma Street, where the council has been storing its Christmas lights. Exam years are not affected.</p>
<p>The survey, which the school sent to parents last night, blames water that got in beside a chimney taken down in the 1970s. It does not suggest that the rest of the building is at risk, but every roof on the site will be inspected.</p>
<p>Parents were told by letter and then, because the letter was long, by Mr Yarde in person at the gate, on both of its sides, until half past six. Most wanted to know about lunch. It will be brought down from the school’s kitchen in the van that it uses for cricket.</p>
<p>Repairs have been put at £1.3m. The council, which owns the building, said that it would pay and argue about it afterwards with the national schools fund.</p>
<p>Mr Yarde said that he had walked the route to the depot with a stopwatch. “Six minutes at the pace of an eleven-year-old,” he said. “Nine if there is a dog.”</p>""",
        authors=["anwen-sadiq"],
        tags=["schools", "city-council"],
        people=[person("yarde", "official", "head teacher; closed the wing")],
        organizations=[
            organization("school", "party", "closed its south wing"),
            organization("council", "party", "owns the building"),
        ],
        sources=[
            source("school-survey", "on_record", "structural survey sent to parents", 2),
            source("yarde", "on_record", "interview with the head teacher", 1),
        ],
        lead_picture="school-spring",
        days_ago=1.4,
    ),
    story(
        key="corridor-nights",
        section="city",
        headline="Patients waited in hospital corridors on 26 nights of last month",
        standfirst="Saltern General’s own log shows a ward’s worth of people on trolleys by three in the morning. Staff say that the log leaves some of them out.",
        body="""<p>On all but four nights of last month, patients at Saltern General Hospital waited in a corridor because there was no bed to put them in, according to figures that the trust has given to its board.</p>
<p>On the worst night there were twenty-nine. The average was seventeen, the size of a small ward, and the longest wait recorded was twenty-two hours.</p>
<p>The Saltern Coast Hospitals Trust began keeping the count in the winter and is one of few to publish it. “I would rather be embarrassed by a number than comforted by not having one,” said Dr Nadia Brockwell, its medical director.</p>
<p>A nurse who works nights in the emergency department, and who asked us not to print a name, said that the count was honest but incomplete. It is taken once, at three in the morning. “If you came in at four and got a bed at noon, you were never there,” the nurse said.</p>
<p>Two colleagues of the nurse described the same practice. Dr Brockwell confirmed it and said that from next month the corridor would be counted every four hours.</p>
<p>“They are right, and I have thanked whoever it was through the department,” she said. “I don’t need to know who.”</p>
<p>About a third of the hospital’s beds are taken by people who are well enough to leave but have nowhere to go where they would be looked after, the board paper says. That share has not fallen below thirty per cent for two years. The trust and the council are to open twenty-four places in a former hotel in East Sands, the first of them in the autumn.</p>
<p>Until then the corridor has been given call bells, curtains and a nurse of its own. The board paper describes these as “mitigations”. The nurse described them as “admitting it’s a ward”.</p>""",
        authors=["anwen-sadiq"],
        tags=["health", "public-money"],
        people=[person("brockwell", "spokesperson", "medical director; answered for the trust")],
        organizations=[organization("trust", "party", "runs Saltern General")],
        sources=[
            source("trust-papers", "on_record", "the trust’s board papers", 8),
            source("brockwell", "on_record", "interview with the trust’s medical director", 7),
            source(
                "conf-nurse",
                "background",
                "a nurse who works nights in the department and is not authorised to speak",
                8,
                "not_authorised",
            ),
        ],
        lead_picture="ward-dawn",
        days_ago=6.1,
    ),
    story(
        key="sailcloth-market",
        section="city",
        type_of_work="feature",
        headline="Sailcloth Market is back, and so is the man with the eels",
        standfirst="Three years after the fire, 64 stalls have returned to the square. Some brought their grandchildren. One brought the original scales.",
        body="""<p>At ten to six the gates are still shut and there is already a queue, which is how you know it is a market and not an opening ceremony. The mayor is due at nine. By nine the good bread will have gone.</p>
<p>It is three years since a fault in a freezer burned down the north side of Sailcloth Market and closed the rest. For all of that time the traders have worked from the car park behind the bus station, under canvas, in what one of them calls the longest camping holiday of her life.</p>
<p>Now they are back under iron and glass. The roof, put together from the old castings where those could be saved, lets in so much light that the fishmongers have asked for blinds. There are drains that drain. There is, after 140 years of argument, a public lavatory.</p>
<p>Sixty-four of the seventy-one stalls have returned. Magda Oyelle, whose bakery co-operative has taken a corner near the east gate, has been here since two in the morning, because nobody yet knows how the ovens behave.</p>
<p>“It runs hot on the left,” she reports, handing over a loaf that proves it. “Everything runs hot on the left. You learn it, and then it’s yours.”</p>
<p>The rents were the quarrel. The council wanted to raise them by a fifth to pay for the roof. After a winter of meetings it settled for a tenth, and a share of the takings above a certain sum. Ms Oyelle, who sat through all of the meetings, thinks it fair. “If we do well, they do well. If we don’t, we’re all back in the car park.”</p>
<p>The mayor, Ruth Amory, arrives at nine exactly and is kept short by a brass band that has been told to stop at five past and does not. She declares the market open to a crowd that has been buying leeks for three hours.</p>
<p>And the eels? The eel stall has stood by the south gate since 1911, and when it did not appear in the car park most people took it to be gone. It is here. The scales on the counter were dug out of the ashes, sent away to be mended, and certified last week. They are, the stall’s owner wishes it to be known, more accurate than they were before.</p>""",
        authors=["marguerite-tansley"],
        tags=["small-business", "local-history", "city-council"],
        people=[
            person("oyelle", "other", "baker; has a stall in the market", role_text="trader"),
            person("amory", "official", "mayor; opened the market"),
        ],
        organizations=[organization("council", "party", "owns the market")],
        sources=[
            source("own-market", "on_record", "our reporter’s visit on the opening morning", 76),
            source("oyelle", "on_record", "interview with Magda Oyelle", 76),
            source("council-minutes", "on_record", "minutes of the markets committee on rents", 80),
        ],
        lead_picture="market-noon",
        days_ago=75.3,
    ),
]
