"""Sport: the football club, the river and the sea."""

from articles.demo.stories.form import organization, person, source, story

STORIES = [
    story(
        key="athletic-late-winner",
        section="sport",
        headline="Ferris-Holt’s late goal sends Athletic top of the table for a night",
        standfirst="Veremouth Athletic 2, Corlby Town 1. A goalkeeper’s long afternoon ends in the ninety-third minute.",
        dateline="Lantern Lane",
        body="""<p>For ninety-two minutes and some seconds Veremouth Athletic had found every part of the Corlby goalkeeper. They had hit his gloves, his knees, his chest and once, from four yards, the back of his head. Then Kwame Ferris-Holt, who had missed three times from closer in, hit it low to his left from a distance at which nobody was expecting it, and 9,412 people, the most here this season, discovered that they had been standing up for some time.</p>
<p>It put Athletic top, if only until the rest play today. It was also their sixth win in seven.</p>
<p>They had gone behind. After nineteen minutes a corner came over, everybody left it to everybody else, and the visiting captain, who cannot have been asked to do anything so simple since school, nodded it in.</p>
<p>Marisol Teague, the manager, changed nothing. “I looked at the bench and the bench looked at me,” she said, “and I thought, no, they are doing it right. It only isn’t going in.”</p>
<p>It went in on the hour. Ferris-Holt was pulled back on the edge of the area, got up, and squared the free kick instead of shooting, and the deflection took it past two defenders and the goalkeeper’s heel. It may in the end be given as an own goal. He said that he did not mind. “I’ve had four saved that were better,” he said. “I’ll take the ugly one.”</p>
<p>After it came half an hour of siege, and then the ninety-third minute.</p>
<p>Athletic’s injured captain watched from the stand in a surgical boot, and by the end had lost it.</p>""",
        authors=["devan-kalloor"],
        tags=["football"],
        people=[
            person("ferris-holt", "other", "scored the winning goal", role_text="player"),
            person("teague", "other", "manager of Veremouth Athletic", role_text="manager"),
        ],
        organizations=[organization("athletic", "party", "won the match")],
        sources=[
            source("own-lane", "on_record", "our reporter at Lantern Lane", 1),
            source("teague", "on_record", "Marisol Teague, speaking after the match", 1),
            source("ferris-holt", "on_record", "Kwame Ferris-Holt, speaking after the match", 1),
            source("match-broadcast", "on_record", "Saltern Radio’s recording of the match", 1),
        ],
        lead_picture="pitch-spring",
        days_ago=0.6,
    ),
    story(
        key="teague-interview",
        section="sport",
        type_of_work="interview",
        headline="Marisol Teague: ‘I don’t shout. They would only stop hearing the crowd’",
        standfirst="The manager of Veremouth Athletic on maps, sleep, and what a river pilot taught her about midfielders.",
        body="""<p>On the wall of Marisol Teague’s office, where other managers hang a picture of themselves with a cup, there is a chart of the mouth of the Vere. It is covered in pencil.</p>
<p>“My father was a pilot,” she says. “He brought in ships that he had never seen before, in the dark, with a captain who didn’t believe him. That is exactly the job.”</p>
<p>She has been at Lantern Lane for three seasons. Athletic were eighteenth when she came. They are now second.</p>
<p><strong>You hardly ever shout from the touchline.</strong></p>
<p>“I don’t shout. They would only stop hearing the crowd, and the crowd knows more than I do about when to be frightened. If I have to say something at ten past three, I ought to have said it on Thursday.”</p>
<p><strong>What happens on Thursday?</strong></p>
<p>“We walk. We walk the match, on the pitch, with no ball. They hated it. Kwame Ferris-Holt told me that he had not walked anywhere since he was twelve. But you see where the gaps are at that speed. It’s the same on the river. My father walked every sandbank at low water, so that he’d know what was underneath him when it was high.”</p>
<aside class="pullquote"><p>“If I have to say something at ten past three, I ought to have said it on Thursday.”</p></aside>
<p><strong>You stopped the overnight trips.</strong></p>
<p>“They sleep badly in hotels. I had it measured. Now if it is under three hours we go in the morning, and they sleep in their own beds with their own children jumping on them, and they run further. It saved the club £60,000 as well. Nobody has thanked me.”</p>
<p><strong>Does it matter to you that the club doesn’t own its ground?</strong></p>
<p>“I’m the pilot. I get on board, I take her in, I get off. Who owns the ship is a question for Graham Ulverby. But I will say that it’s easier to ask boys to run for something, if you can tell them it’ll still be there.”</p>
<p><strong>Will you go up?</strong></p>
<p>She looks at the chart for so long that I think she has not heard.</p>
<p>“He never once told a captain that they’d arrived,” she says. “He would say, you may make fast now.”</p>""",
        authors=["devan-kalloor"],
        tags=["football"],
        people=[
            person("teague", "other", "manager of Veremouth Athletic; gave the interview", role_text="interviewed"),
            person("ferris-holt", "other", "player; mentioned by the manager", role_text="player"),
            person("ulverby", "official", "president of the club; mentioned by the manager"),
        ],
        organizations=[organization("athletic", "party", "the club she manages")],
        sources=[source("teague", "on_record", "interview with Marisol Teague, recorded with her consent", 12)],
        lead_picture="pitch-autumn",
        days_ago=10.4,
    ),
    story(
        key="whose-ground",
        section="sport",
        type_of_work="analysis",
        headline="Top of the table, and the lease runs out in four years",
        standfirst="Veremouth Athletic sold Lantern Lane to survive. The accounts show how long the money will last, and the president says what he means to do about it.",
        body="""<p>On the field this is the best season of Veremouth Athletic’s life. Off it, the club is a tenant whose landlord has stopped answering letters.</p>
<p>Nine years ago, two weeks away from closing, Athletic sold its ground to a property company for £5.2m and rented it back. The lease has four years to run. The rent, £210,000 in the first year, has since gone up to £395,000.</p>
<p>The accounts filed last month show a loss of £640,000 on a turnover of £7.1m. That is less than in most years. It was covered, as before, by a loan from the president, Graham Ulverby, to whom the club now owes £4.8m.</p>
<h2>What the landlord wants</h2>
<p>Lantern Lane is eleven acres, ten minutes from the station. As a football ground it is worth perhaps £6m. With permission for 400 flats it would be worth about four times as much.</p>
<p>Someone close to the club’s board, who asked not to be named because its meetings are confidential, told us that the landlord was offered £7m last summer and did not reply. “They don’t need to say no,” the person said. “They only need to wait.”</p>
<p>The company did not answer our questions. Mr Ulverby confirmed the offer, though not the sum.</p>
<h2>Three ways out</h2>
<p><strong>Stay.</strong> The council could protect the ground in its next local plan, as land for sport. That would bring the price down. A decision is due in about eighteen months.</p>
<p><strong>Move.</strong> The council owns land at Larkfield. A plain ground for 8,000 would cost about £22m. The crowd last week was bigger than that.</p>
<p><strong>Share.</strong> Nobody wants to, and the nearest ground that is large enough is forty miles away.</p>
<p>“I’m seventy-one, I’ve lent it all I’m going to, and I shan’t be asking for it back,” said Mr Ulverby. “What I want is for the supporters to own the thing by the time I go. But I can’t give them a club without a pitch. That’s just a shirt.”</p>
<p>He has asked the council for a meeting. A trust of supporters has 2,300 members and £310,000. It is not nothing. At the present rent it is nine months.</p>""",
        authors=["devan-kalloor", "kofi-brathwell"],
        tags=["football", "public-money"],
        people=[person("ulverby", "spokesperson", "president of the club, and its largest creditor")],
        organizations=[
            organization("athletic", "party", "rents the ground that it used to own"),
            organization("council", "other", "decides on the local plan", role_text="planning authority"),
        ],
        sources=[
            source("athletic-accounts", "on_record", "the club’s filed accounts", 33),
            source("ground-lease", "on_record", "the lease of Lantern Lane, from the land register", 33),
            source(
                "conf-club",
                "background",
                "a person close to the club’s board, whose meetings are confidential",
                32,
                "privacy",
            ),
            source("ulverby", "on_record", "interview with Graham Ulverby", 31),
        ],
        lead_picture="pitch-night",
        days_ago=30.2,
    ),
    story(
        key="harbour-eights",
        section="sport",
        headline="Netherby crew beat the university by a canvas in the Harbour Eights",
        standfirst="The boat was borrowed, the cox was fourteen, and the verdict took eleven minutes.",
        body="""<p>The oldest rowing race on the Saltern Coast was won yesterday by its newest crew. Netherby, formed three years ago in a shed behind the tram depot, beat the university by a canvas, which is the length of the covered bit at the front.</p>
<p>Nobody on the bank knew. The two boats crossed the line at Quayside in the same second, and the umpires went into the harbour office to look at a photograph, and stayed there. Both crews sat on the water and got cold. After eleven minutes a window was opened and somebody held up an orange scarf.</p>
<p>The course is 4,200 metres, from Skelder Point up to the bridge, on the last of the flood. The university led from the start and by the bend at the Ropewalk had clear water. There, Netherby’s cox took her boat so close to the wall that several of those leaning over it stepped back.</p>
<p>It is the slackest water on the river and the shortest way, and everyone knows about it, and in the 146 years of the race most of those who have tried it have broken something. It was worth a length and a half.</p>
<p>“I’ve been looking at that wall from the tram my whole life,” the cox said. She is fourteen and weighs rather less than the trophy.</p>
<p>Samuel Yarde, the head of Netherby Community School, where five of the nine are or were pupils, had watched from the bridge. “I teach geography,” he said, when he could. “I’ve never been so glad that someone was listening.”</p>""",
        authors=["devan-kalloor"],
        tags=["on-the-water", "schools"],
        people=[person("yarde", "witness", "head teacher; watched from the bridge")],
        organizations=[
            organization("school", "other", "five of the crew are or were its pupils", role_text="school"),
            organization("university", "party", "its crew came second"),
        ],
        sources=[
            source(
                "own-quayside",
                "on_record",
                "our reporter on the bank, and the cox after the race, with her parents’ consent",
                39,
            ),
            source("yarde", "on_record", "interview with Samuel Yarde", 39),
            source("race-record", "on_record", "the umpires’ record of the race", 38),
        ],
        lead_picture="eights-noon",
        days_ago=38.3,
    ),
    story(
        key="corran-swims-home",
        section="sport",
        type_of_work="feature",
        headline="Fourteen miles, nine hours and a seal: Ailsa Corran swims home from Ormsey",
        standfirst="She grew up on the island and missed the ferry once too often. At fifty-two she became the first person to do without it.",
        dateline="Ormsey",
        body="""<p>When Ailsa Corran was fifteen she missed the last boat from the city by the length of the gangway. She stood on the quay, saw it go, and thought, as one does at that age: I’ll swim, then.</p>
<p>It took thirty-seven years. At eleven minutes past four yesterday afternoon she walked, with difficulty, up the slip at East Sands, having left the island nine hours and six minutes earlier. It is fourteen miles. As far as anyone knows nobody has ever done it before.</p>
<p>“I should like to point out,” she said, wrapped in three towels and a curtain, “that I was quicker than the replacement bus.”</p>
<p>Ms Corran, a piano teacher, took up swimming at forty-four after an operation on her back. She trained at dawn, off East Sands, six days a week, and played scales in her head: four lengths of the bay to a key.</p>
<p>The difficulty about the Sound is not the distance. The tide turns halfway. For three hours it carries you; for an hour or so it does nothing; and then, off Carrack Rock, it begins to take you back. Jonah Pellarin, who went with her in his fishing boat, had worked out that she would have to pass the lighthouse by noon or not at all. She passed at four minutes to.</p>
<p>“Callum Storr came out on the gallery and rang the old fog bell,” he said. “I’ve known him for eleven years, and I didn’t know that it worked. I don’t think he did.”</p>
<figure data-picture="light-noon"></figure>
<p>From there a seal went with them for two miles. It was company, Ms Corran said, but it had no sense of pace.</p>
<p>She was asked if she had thought of giving up. Often, it appears: between the sixth hour and the seventh, in B flat minor. “There’s a lot of black notes in that one. You just keep putting your thumb under.”</p>
<p>She has raised £11,400 for Saltern Inshore Rescue. She is going home on the ferry. Ormsey Ferries has given her a free return, valid, Fergus Dray of the company said, “for as long as she promises not to tell people it’s easy”.</p>""",
        authors=["devan-kalloor"],
        tags=["on-the-water", "ormsey"],
        people=[
            person("corran", "other", "swam from Ormsey to East Sands", role_text="swimmer"),
            person("pellarin", "witness", "went with her in his boat"),
            person("storr", "witness", "saw her pass the lighthouse"),
            person("dray", "spokesperson", "spoke for the ferry company"),
        ],
        organizations=[
            organization("rescue", "other", "received the money she raised", role_text="beneficiary"),
            organization("ferries", "other", "gave her a free return", role_text="ferry company"),
        ],
        sources=[
            source("corran", "on_record", "interview with Ailsa Corran", 67),
            source("pellarin", "on_record", "interview with Jonah Pellarin", 67),
            source("dray", "on_record", "Fergus Dray, at the slip", 67),
            source("own-boat", "on_record", "our reporter, in the escort boat", 67),
        ],
        lead_picture="ferry-dusk",
        pictures=["light-noon"],
        days_ago=66.5,
    ),
    story(
        key="girls-league",
        section="sport",
        headline="Girls’ football has outgrown its pitches, and Sunday mornings",
        standfirst="From nine teams to sixty-four in six years. Some now kick off at eight, under the lights, in the park-and-ride.",
        body="""<p>The Saltern girls’ league began six years ago with nine teams and a set of borrowed bibs. It now has sixty-four, and has run out of grass.</p>
<p>There are twenty-three full-size pitches in the city. On Sunday mornings every one is booked, and two thirds of the bookings belong to men’s teams whose claim goes back, in one case, to 1948. Under the council’s rules a team keeps its hour for as long as it wants it.</p>
<p>So the girls play when nobody else will. Kick-offs are at eight in the morning, or at six on a Friday evening on the astroturf at Netherby, or, since the autumn, on a fenced corner of the Larkfield park-and-ride, where the touchline is a row of bollards.</p>
<p>“They don’t complain, they’ve never known anything else,” said Marisol Teague, the manager of Veremouth Athletic, who coaches an under-twelve side there once a week. “I complain.”</p>
<p>The park-and-ride pitch has one advantage, which its users are slow to admit. It drains. In the wettest February for a decade, when forty-one matches in the city were called off, it lost none, and a team of ten-year-olds from Netherby went up two places in the table without leaving the tarmac.</p>
<p>The council’s parks committee will be asked next month to share out the hours afresh each season, according to the number of teams. Men’s clubs have objected, though not all of them. The oldest, with that booking of 1948, has offered the second half of its morning.</p>
<p>Veremouth Athletic has said that two girls’ finals may be played at Lantern Lane, the first matches of the kind there since 1921.</p>""",
        authors=["devan-kalloor"],
        tags=["football", "city-council"],
        people=[person("teague", "other", "coaches a girls’ team", role_text="coach")],
        organizations=[
            organization("council", "party", "shares out the pitches"),
            organization("athletic", "other", "will host two finals", role_text="host"),
        ],
        sources=[
            source("pitch-bookings", "on_record", "the council’s register of pitch bookings", 149),
            source("teague", "on_record", "interview with Marisol Teague", 148),
            source("council-minutes", "on_record", "papers of the parks committee", 148),
        ],
        days_ago=147.4,
    ),
    story(
        key="saturday-preview",
        section="sport",
        headline="Athletic can stay top, if they remember how to defend a corner",
        standfirst="Wexcombe Rovers have scored eleven of their nineteen goals from them. Teague has been out with the pencils.",
        body="""<p>Veremouth Athletic go to third-placed Wexcombe Rovers on Saturday knowing that a win would keep them top, and knowing what is coming.</p>
<p>Rovers have scored eleven times from corners this season. Athletic have let in five that way, the last of them against Corlby, when by the manager’s own count three men were marking the same post.</p>
<p>“We walked it on Thursday eleven times,” said Marisol Teague. “I should think that they’re dreaming about it. I hope so.”</p>
<p>Kwame Ferris-Holt, who scored the winner last time out, has trained all week. The captain is still in his boot, which has been found.</p>""",
        authors=["devan-kalloor"],
        tags=["football"],
        people=[
            person("teague", "other", "manager of Veremouth Athletic", role_text="manager"),
            person("ferris-holt", "other", "scored the winner last time out", role_text="player"),
        ],
        organizations=[organization("athletic", "party", "plays on Saturday")],
        sources=[
            source("teague", "on_record", "Marisol Teague, at the weekly press conference", 0),
            source("match-statistics", "on_record", "the league’s published statistics", 0),
        ],
        lead_picture="pitch-spring",
        days_ago=0.15,
        status="approved",
    ),
    story(
        key="transfer-rumour",
        section="sport",
        headline="Two clubs said to be watching Athletic’s leading scorer",
        standfirst="Scouts have been seen at Lantern Lane, according to people who were looking for them.",
        body="""<p>At least two clubs from higher divisions have sent scouts to watch Kwame Ferris-Holt, according to a steward who thinks that he recognised one of them.</p>
<p>The club would not comment. The player’s contract runs for another two years.</p>""",
        authors=["devan-kalloor"],
        tags=["football"],
        people=[person("ferris-holt", "other", "the player in question", role_text="player")],
        organizations=[organization("athletic", "party", "would not comment")],
        sources=[source("steward", "background", "a steward at the ground", 12)],
        days_ago=12.0,
        status="spiked",
        note="One steward who ‘thinks’ is not a story. Come back when somebody knows.",
    ),
    story(
        key="schools-cup",
        section="sport",
        headline="Netherby win schools’ cup after a shoot-out that nobody could count",
        standfirst="Twenty-six penalties, two referees and one very patient parent with a pencil.",
        body="""<p>Netherby Community School won the under-thirteens’ cup at Larkfield after a shoot-out of twenty-six penalties, of which the last was taken, for want of anybody else, by the goalkeeper.</p>
<p>The match had ended in a draw, three goals each. After eleven kicks a side the score was level, and the referee, who had lost count, asked a parent who had not.</p>
<p>“It was the best geography lesson of the year, since nobody knew where they were,” said Samuel Yarde, the head of Netherby.</p>""",
        authors=["devan-kalloor"],
        tags=["football", "schools"],
        people=[person("yarde", "witness", "head teacher; watched the match")],
        organizations=[organization("school", "party", "won the cup")],
        sources=[
            source("yarde", "on_record", "interview with Samuel Yarde", 35),
            source("own-larkfield", "on_record", "our reporter at Larkfield", 35),
        ],
        days_ago=34.6,
        status="withdrawn",
        note="Withdrawn at the request of a family: a picture published with the first version showed a child who must not be photographed. The result may run again without pictures.",
    ),
]
