"""City: the council and what it decides."""

from articles.demo.stories.form import organization, person, source, story

_LIBRARY = """<p>The Central Library will open until eight in the evening on four days a week from next month, after the council found the money it said it did not have a year ago.</p>
<p>The longer hours, agreed by the culture committee without a vote, restore most of what was cut when evening opening ended. The reading room, the local studies desk and the children’s floor will all stay open; the café will not.</p>
<p>A report to the committee puts the cost at <strong>£184,000</strong> a year, paid for by letting the unused top floor to the university, which will move its maritime archive there.</p>
<p>“People told us the building shut at exactly the hour they could get to it,” said the council’s chief executive, Owen Tredale, presenting the report. “They were right, and it took us too long to say so.”</p>
<p>Evening visits made up 31 per cent of all visits in the last year the library opened late, the report says. After the cut, daytime visits did not rise to replace them. They fell.</p>
<p>The opposition leader, Gideon Sparr, welcomed the decision but asked why branch libraries had been left out. “Netherby and East Sands have no evening at all,” he told the committee. “A reader is not worth less because she lives two tram stops further out.”</p>
<p>Mr Tredale said a review of the five branches would report before the budget is set. Two of them, he said, share buildings with health centres and could open late “for the price of a caretaker”.</p>
<p>The new hours run from Monday to Thursday. Friday and Saturday do not change, and on Sundays the library remains closed.</p>"""

_BUDGET = """<p>Each year the council must agree a budget that balances. This year it starts £14.1m short. Here is where the gap comes from, what the draft would change, and when you may have your say.</p>
<h2>Where does the gap come from?</h2>
<p>Almost all of it comes from three lines. Care for adults costs £6.2m more than last year, because more people need it and wages have risen. Temporary housing for families costs £4.4m more. Interest on what the council has borrowed adds £2.3m. Everything else put together explains the last £1.2m.</p>
<h2>What would change?</h2>
<ul><li><strong>Council tax</strong> would rise by 4.6 per cent: £79 a year for a home in the middle band.</li><li><strong>Bins.</strong> General waste would be collected every three weeks. Food waste stays weekly.</li><li><strong>Buses.</strong> The council would stop paying for four evening routes. The operator says that it would then end two of them.</li><li><strong>Larkfield baths</strong> would close on two weekdays.</li><li><strong>Parking</strong> in council car parks would no longer be free after six.</li></ul>
<h2>What would not?</h2>
<p>Schools are paid for by a separate national grant. The tram line has a budget of its own, made up of loans and grants that cannot be spent on anything else. Nor would stopping the harbour plan help: so far it has cost £3.1m for studies, and that has been spent.</p>
<h2>Could the council use its savings?</h2>
<p>Once. It holds £22m in general reserves, and its treasurer advises keeping at least £15m. Using £7m would halve the gap this year and leave the whole of it standing next year.</p>
<h2>Is the council about to go bankrupt?</h2>
<p>No. In a note published with the draft its auditors say that they see “no immediate risk”, but that the next two years “depend on savings that have been named but not yet designed”. Among councils of its size Veremouth’s debt is about average.</p>
<h2>What happens next?</h2>
<ol><li>Residents can comment for six weeks, on paper in any library or by letter to the treasurer.</li><li>Each committee goes through its own pages.</li><li>The full council decides. It may change any line, as long as the total balances.</li></ol>"""

STORIES = [
    story(
        key="terminal-vote",
        section="city",
        headline="Council votes by one to move the container terminal out of Old Quay",
        standfirst="After nine hours of debate the mayor’s plan to free 38 acres of waterfront passed by 26 votes to 25. The cranes will go; what replaces them is undecided.",
        body="""<p>Veremouth will move its container terminal four miles downriver and open the whole of Old Quay to the city, after councillors approved the most expensive decision in their history by a single vote.</p>
<p>The motion passed by 26 votes to 25 a little after ten o’clock, when the last councillor to speak, the harbour committee’s chair, Leila Farrant, said she had changed her mind twice and would now vote for it.</p>
<p>“I have read every page and I am still afraid of the number,” she told the chamber. “But I am more afraid of explaining to my grandchildren that we kept the best mile of this city for empty boxes.”</p>
<p>The number is £436m. Under the plan, the publicly owned Port of Veremouth would borrow two thirds of it against future dues, and the council would guarantee the loan. The remaining third depends on a national grant for which the city has yet to apply.</p>
<h2>What was decided</h2>
<ul><li>The terminal moves to a new berth at Skelder Point, with work to begin in two years’ time.</li><li>Old Quay closes to freight in stages. The ferry and the fishing fleet stay.</li><li>No land may be sold until a plan for the quay has been put to residents in a vote of its own.</li></ul>
<p>The third condition was not in the mayor’s draft. It was added at seven in the evening, during an adjournment, and appears to have carried the two votes she needed.</p>
<p>The mayor, Ruth Amory, said afterwards that she would have preferred a wider margin. “One is enough, and I shall not pretend it is more than one,” she said. “It means we have to bring people with us at every step, which is how it ought to be done anyway.”</p>
<h2>‘A blank cheque with a view’</h2>
<p>Gideon Sparr, who leads the opposition, called the guarantee “a blank cheque with a view”. His group had asked for the decision to wait until the grant was certain. If the port cannot repay the loan, the council’s own report says, the cost to the city could reach £11m a year: about what it spends on parks, libraries and youth clubs together.</p>
<figure data-picture="chamber-lamp"></figure>
<p>The union that represents most of the port’s 1,900 workers did not oppose the move but wants its members’ journeys to Skelder Point paid for. Denise Harkaway, its branch secretary, watched from the gallery. “There is no bus to Skelder Point,” she said. “There is barely a road.”</p>
<p>Inga Solvarre, the port’s chief executive, said the present terminal would run out of depth for new ships within eight years whatever the council did. “The choice was never between moving and staying,” she said. “It was between moving and shrinking.”</p>
<p>The harbour committee will be asked next month to appoint a board for the project. Applications for the grant close in the autumn.</p>""",
        authors=["nell-hathersage"],
        tags=["harbour", "city-council", "public-money"],
        people=[
            person("amory", "official", "mayor; proposed the move and voted for it"),
            person("farrant", "official", "chair of the harbour committee; cast one of the deciding votes"),
            person("sparr", "official", "opposition leader; voted against"),
            person("harkaway", "spokesperson", "spoke for the port’s unionised workers"),
            person("solvarre", "spokesperson", "chief executive of the port, which proposed the new berth"),
        ],
        organizations=[
            organization("council", "party", "decided the move and will guarantee the loan"),
            organization("port", "party", "will borrow for the new terminal and run it"),
            organization("union", "party", "represents most of the port’s workers"),
        ],
        sources=[
            source("own-chamber", "on_record", "our reporter’s notes from the council chamber", 0),
            source("council-webcast", "on_record", "the council’s recording of the full meeting", 0),
            source("harbour-report", "on_record", "report to councillors on the future of Old Quay, appendix C", 2),
            source("amory", "on_record", "interview with the mayor after the vote", 0),
            source("solvarre", "on_record", "interview with the port’s chief executive", 0),
            source("harkaway", "on_record", "interview with the union’s branch secretary", 0),
        ],
        lead_picture="quay-dusk",
        pictures=["chamber-lamp"],
        days_ago=0.1,
    ),
    story(
        key="fourth-tram-line",
        section="city",
        headline="Fourth tram line will open a year late, council admits",
        standfirst="A Victorian sewer under Netherby Road is not where the maps say it is. Moving it will add £9.3m to the bill.",
        body="""<p>The tram line that was to bring Netherby within twelve minutes of the centre will not open next spring but the spring after, the council’s director of transport told councillors yesterday.</p>
<p>The cause is a brick sewer of 1874 that runs under Netherby Road, as expected, and then, as was not expected, turns sharply under the middle of it. Contractors found it in the ninth week of digging, when a trench filled with water.</p>
<p>“The drawing shows a straight line because somebody drew a straight line,” said Priya Mallon, the director of transport. “We dug test holes every eighty metres. The bend is sixty metres long.”</p>
<p>Moving the sewer will take seven months and cost £9.3m, according to a paper published with the agenda. Part of it, £4m, comes out of the project’s reserve. The rest has to be found, and the paper suggests delaying the rebuilding of the Quayside interchange.</p>
<p>Cllr Gideon Sparr asked why the test holes had not been closer together. Ms Mallon said that holes every twenty metres would have cost £600,000 and closed the road for five weeks. “With what I know today I would have spent it,” she said. “With what we knew then, you would have asked me why.”</p>
<h2>What it means for passengers</h2>
<p>The 14 and 14A buses, due to be withdrawn when the trams start, will now run for at least another year. Traffic lights will control Netherby Road between Alma Street and the school until the sewer has been moved.</p>
<p>Shops on that stretch, which have had their business rates halved during the works, will keep the reduction until the road reopens.</p>""",
        authors=["nell-hathersage"],
        tags=["transport", "city-council", "public-money"],
        people=[
            person("mallon", "official", "director of transport; presented the delay to councillors"),
            person("sparr", "official", "opposition leader; questioned the survey"),
        ],
        organizations=[organization("council", "party", "is building the line")],
        sources=[
            source("transport-paper", "on_record", "paper to the transport committee, “Line 4: programme and cost”", 1),
            source("council-webcast", "on_record", "the council’s recording of the transport committee", 1),
        ],
        lead_picture="tram-rain",
        days_ago=0.8,
    ),
    story(
        key="budget-explained",
        section="city",
        type_of_work="explainer",
        headline="Fourteen million pounds short: what the council’s budget gap means for you",
        standfirst="Bins, buses, baths and branch libraries. A plain guide to the draft budget, what is certain in it and what is not.",
        body=_BUDGET.replace(" The operator says that it would then end two of them.", " They would end."),
        authors=["nell-hathersage"],
        tags=["city-council", "public-money"],
        organizations=[organization("council", "party", "published the draft budget")],
        sources=[
            source(
                "budget-papers", "on_record", "the council’s draft budget, with the treasurer’s and auditors’ notes", 33
            ),
            source(
                "council-finance-official",
                "background",
                "a council finance officer, who checked our figures",
                32,
                "not_authorised",
            ),
        ],
        lead_picture="netherby-roofs",
        days_ago=32.2,
        editions=[
            {
                "after_hours": 28.0,
                "kind": "clarification",
                "public_note": "This guide said that four evening bus routes would end. The council would stop paying for four; the operator has said that it would then end two of them and run the other two at its own cost. We have made this clear.",
                "body": _BUDGET,
            }
        ],
    ),
    story(
        key="amory-interview",
        section="city",
        type_of_work="interview",
        headline="Ruth Amory: ‘I would rather be argued with than admired’",
        standfirst="The mayor on seven years in office, the quay, the letter she regrets, and why she still takes the number nine bus.",
        body="""<p>Ruth Amory’s office has the best view in Veremouth and she sits with her back to it. “If I face the window I watch the cranes,” she says. “I have lost whole mornings.”</p>
<p>She was a structural engineer for twenty-two years before she stood for the council, and a councillor for five before she became mayor by 1,107 votes. On the shelf behind her stand a model of a lock gate, a photograph of the lock gate, and nothing else.</p>
<p><strong>You have been mayor for seven years. What is better than it was?</strong></p>
<p>“The air. That is measured, so I can say it without blushing. The trams. And people shout at me in the street about things that are within my power, which they did not do at first. It means they know what a council is for.”</p>
<p><strong>And worse?</strong></p>
<p>“Housing. I promised eight hundred council homes in my first term and we built three hundred and ten. I can give you reasons. I used to give them. Then a woman in Ropewalk told me that she could not keep her baby’s clothes dry with my reasons.”</p>
<aside class="pullquote"><p>“She could not keep her baby’s clothes dry with my reasons.”</p></aside>
<p><strong>You wrote to tenants there that their complaints about damp were “largely a matter of ventilation”.</strong></p>
<p>“I signed it. I did not write it, but that is worse, not better. I had not been up there. I went the week after, I put my hand on a wall, and it was wet. I have written to every one of those tenants since. Some have written back, and not all of those letters I would read out to you.”</p>
<p><strong>Why move the terminal?</strong></p>
<p>“Because the ships will move, whether we do or not. An engineer learns to ask what a thing will look like when it fails. If we build at Skelder Point and are wrong about trade, we have a berth that is too large and a debt we can carry. If we stay and are wrong, we have neither port nor quay.”</p>
<figure data-picture="quay-dawn"></figure>
<p><strong>Your opponents say that you decide first and consult afterwards.</strong></p>
<p>“Gideon Sparr says it, and he is right about one time in three, which is a good rate for an opposition. I would rather be argued with than admired. Nobody ever improved a drawing by admiring it.”</p>
<p><strong>Will you stand again?</strong></p>
<p>“Ask me when the quay has been settled. I do not want anybody to vote on a mile of waterfront because of what they think of me.”</p>
<p><strong>You still come to work by bus.</strong></p>
<p>“The number nine, most mornings. It is late four days in ten. I keep a note, and I send it to Priya Mallon at the end of the month. She says she looks forward to it.”</p>""",
        authors=["nell-hathersage"],
        tags=["city-council", "harbour", "housing"],
        people=[
            person("amory", "other", "the mayor; gave the interview", role_text="interviewed"),
            person("sparr", "official", "opposition leader; mentioned by the mayor"),
            person("mallon", "official", "director of transport; mentioned by the mayor"),
        ],
        organizations=[organization("council", "other", "the body she leads", role_text="authority")],
        sources=[
            source("amory", "on_record", "interview with Ruth Amory in her office, recorded with her consent", 23),
            source("council-letters", "on_record", "the council’s letters to Ropewalk tenants", 40),
        ],
        lead_picture="chamber-spring",
        pictures=["quay-dawn"],
        days_ago=21.3,
    ),
    story(
        key="last-bus",
        section="city",
        type_of_work="opinion",
        headline="A city that goes home at eleven has given up on its young",
        standfirst="The last tram leaves at eight minutes past. I used to drive what came after it, and I know who was on board.",
        body="""<p>Let me tell you who rides a bus at one in the morning. I drove one for nine years, so I have had time to count.</p>
<p>Not drunks. You get your drunks at ten past eleven, on the last tram, all at once and singing. At one in the morning you get the woman who cleans the university. You get two chefs, asleep on each other like puppies. You get a boy in a security guard’s jacket three sizes too big, a midwife, the lad from the bakery going the wrong way, and one old man who cannot sleep and likes the ride. You get, in short, the city: the half of it that makes sure there is bread and a clean floor when the other half wakes up.</p>
<p>We stopped running that bus. It cost £310,000 a year, we were told, and carried an average of eleven people. I have never trusted an average. Nobody ever asked which eleven.</p>
<p>Now the draft budget comes for what is left: four evening routes, “lightly used”, two of them in places where a taxi home costs more than an hour’s pay. I know that £14m is short. I know that care for the old must come first; I have a mother. But see what happens every time we need a little money. We look for it after dark. We have shut the baths in the evening, the youth club on Alma Street, the library for a year until the shouting got too loud. We have turned the clock into a kind of means test. If you are free in the daytime this is a lovely city.</p>
<figure data-picture="tram-noon"></figure>
<p>Then we hold a conference, with pastries, about why the young leave.</p>
<p>They leave because they cannot get home. It is not the only reason, but it is the one we could mend by Christmas. A nineteen-year-old in Netherby who wants to hear a band on Quayside has a choice between leaving before the last song and walking four miles along the ring road. Tell her once more about the vibrant waterfront. She will see it very well, from the hard shoulder.</p>
<p>I have heard that “demand is not there”. I drove a night bus on its last night, and there were twenty-three people on it, and one of them had made a cake. There was demand. What there was not was anybody in the room who had ever needed a bus at one in the morning.</p>
<p>So here is my modest proposal. Before the vote, let each of our fifty-one councillors spend one night going home the way the cleaners do. Start at Saltern General, at half past midnight. No lifts, no taxis. Bring a coat.</p>
<p>Those who get home before two may vote as they please.</p>""",
        authors=["bridie-carrow"],
        tags=["transport", "public-money", "jobs"],
        organizations=[
            organization("council", "other", "proposes to stop paying for four evening routes", role_text="authority")
        ],
        sources=[
            source("budget-papers", "on_record", "the council’s draft budget", 10),
            source("own-carrow", "on_record", "the columnist’s own experience as a driver", 4),
        ],
        lead_picture="city-night",
        pictures=["tram-noon"],
        days_ago=3.2,
    ),
    story(
        key="library-hours",
        section="city",
        headline="Central Library to stay open until eight, four days a week",
        standfirst="Letting the top floor to the university pays for the evenings that were cut a year ago. The branches must wait.",
        body=_LIBRARY.replace("£184,000", "£148,000"),
        authors=["nell-hathersage"],
        tags=["books", "city-council", "public-money"],
        people=[
            person("tredale", "official", "chief executive of the council; presented the report"),
            person("sparr", "official", "opposition leader; asked about the branch libraries"),
        ],
        organizations=[
            organization("council", "party", "runs the libraries"),
            organization("university", "party", "will rent the top floor"),
        ],
        sources=[
            source("library-report", "on_record", "report to the culture committee on evening opening", 49),
            source("council-webcast", "on_record", "the council’s recording of the culture committee", 49),
        ],
        lead_picture="library-lamp",
        days_ago=48.4,
        editions=[
            {
                "after_hours": 19.5,
                "kind": "correction",
                "public_note": "The first version of this report gave the yearly cost of evening opening as £148,000. Two figures had been transposed: the report to the committee puts it at £184,000.",
                "body": _LIBRARY,
            }
        ],
        redirect_from="library-opens-late-again",
    ),
    story(
        key="larkfield-oak",
        section="city",
        headline="Larkfield oak saved as new homes are turned through ninety degrees",
        standfirst="Developers redrew a street of twenty-eight houses rather than fell a tree that was a landmark when the road was a drove.",
        dateline="Larkfield",
        body="""<p>An oak that has stood over the crossroads at Larkfield for some four centuries will stay where it is, after the builders of a new street agreed to turn it round.</p>
<p>The first plan for the twenty-eight houses, on the old nursery land, ran the road straight through the tree. The second, approved by the planning committee yesterday with one abstention, swings the street by ninety degrees and leaves a green of 1,400 square metres around the trunk.</p>
<p>More than 3,000 people had signed a petition. What settled it, the planning file suggests, was something drier: a survey that measured the roots and found them reaching seventeen metres out. To build as first drawn would have meant foundations twice as deep for nine of the houses.</p>
<p>“In the end the tree was cheaper,” said Owen Tredale, the council’s chief executive. “I would like to say that we were moved by poetry, and some of us were, but it was the foundations.”</p>
<p>The oak is 6.9 metres round at chest height. Its age is an estimate: the tree is hollow, and has no rings left to count at its heart. A map of 1702 in the city archive already marks it as “ye Great Oake”.</p>
<p>The petitioners kept watch over the tree in shifts for three weekends last winter, after a surveyor’s orange cross was found on its bark. The cross turned out to mark the line of a gas main.</p>
<p>The new houses include eleven for rent at council prices. Work is to begin once the owls that nest in the oak have finished with it for the year.</p>""",
        authors=["nell-hathersage"],
        tags=["housing", "local-history", "wildlife"],
        people=[person("tredale", "official", "chief executive of the council")],
        organizations=[organization("council", "party", "planning authority")],
        sources=[
            source(
                "planning-file", "on_record", "planning file for the Larkfield nursery site, with the tree survey", 162
            ),
            source("tredale", "on_record", "interview with the council’s chief executive", 161),
            source("city-archive", "on_record", "drove map of 1702 in the city archive", 161),
        ],
        lead_picture="oak-autumn",
        days_ago=160.6,
    ),
    story(
        key="beacon-hill-parking",
        section="city",
        headline="Beacon Hill to try streets with fewer parked cars",
        standfirst="Eleven streets, eighteen months, and a promise to put it all back if it does not work.",
        body="""<p>Parking will be taken out of one side of eleven streets on Beacon Hill for eighteen months, in a trial that the council says it will reverse if residents do not want to keep it.</p>
<p>The hill was built between 1860 and 1905, for people who walked. It has room for about 640 cars and permits for TK.</p>
<p>“We are not taking anything away that we cannot put back in a weekend,” said Priya Mallon, the director of transport.</p>
<p>The fire service has told the council that on three occasions last year an engine could not get past parked cars. TK: dates, and what happened?</p>
<p>Blue-badge holders keep their places. Deliveries may stop for twenty minutes.</p>""",
        authors=["nell-hathersage"],
        tags=["transport", "city-council"],
        people=[person("mallon", "official", "director of transport; runs the trial")],
        organizations=[organization("council", "party", "runs the trial")],
        sources=[
            source("mallon", "on_record", "interview with the director of transport", 1),
            source("fire-service-note", "", "", 2),
        ],
        lead_picture="beacon-hill",
        days_ago=0.4,
        status="draft",
        note="Waiting for the number of permits and for the fire service’s answer. Do not run without both.",
    ),
]
