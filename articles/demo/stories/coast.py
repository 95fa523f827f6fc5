"""Coast: the sea, the cliffs, and the country behind them."""

from articles.demo.stories.form import organization, person, source, story

_CLIFF = """<p>The coast road between Thornsea and Cold Marston was closed early today after a cliff fall took eleven metres of verge and left part of the carriageway hanging over the beach.</p>
<p>Nobody was hurt. A postwoman who saw the fence posts “leaning the wrong way” turned her van across the road at about ten to six and rang the police, Saltern Constabulary said.</p>
<p>Some 9,000 tonnes of clay came down over a length of forty metres, the National Rivers and Coast Agency estimates. A second, smaller fall followed at low water. The agency asks people to keep off the beach below Thornsea until further notice, above all at the foot of the new face, which is still moving.</p>
<p>“Everyone wants to come and look,” said Dr Esme Kirrane, who studies this coast at the University of Veremouth and was at the site before eight. “The fall is the safe part, it has already happened. It’s the piece next to it that I would worry about.”</p>
<p>The clay had been soaked by six weeks of rain, she said. Two instruments in boreholes behind the edge had shown it creeping by a millimetre a day, then four, then yesterday evening sixteen.</p>
<p>No house on that stretch is in immediate danger: the nearest stands seventy-four metres from the new edge. But the road carries the only bus to Cold Marston, and the water main under its landward side.</p>
<p>Traffic is being sent inland by Wickerby, which adds about twenty-five minutes. The 31 bus ends at Thornsea church.</p>"""

_CLIFF_LATER = """
<p><strong>Update:</strong> The county’s highways engineers said this afternoon that the road will stay shut for at least four months, and that they could not yet say whether it can be rebuilt on its present line. A minibus will run from Thornsea church to Cold Marston by the farm track from tomorrow, with the leave of the farmer, Beatrix Noll.</p>
<p>“They asked nicely,” Ms Noll said. “And I’d like my post.”</p>"""

_STORM = """<p>Storm Edda brought down trees, shut the Vere Crossing to high vehicles and sent the sea across the promenade at East Sands last night, in what the harbour’s instruments recorded as the highest tide in thirty-one years.</p>
<p>The water stood at 4.87 metres on the Quayside gauge at ten past two. That is nineteen centimetres below the top of the flood wall finished last year. “If it had come two winters ago it would have been in Fish Street, and in people’s front rooms,” said Dr Esme Kirrane of the University of Veremouth.</p>
<p>Gusts reached 131 kilometres an hour at Carrack Light, where the warden, Callum Storr, spent the night. “I have had louder nights, but not many,” he said by radio. “The tower hums. You get to know the note.”</p>
<p>No deaths or serious injuries have been reported. Saltern Inshore Rescue was called out once, to a yacht adrift from her mooring with nobody on board.</p>
<figure data-picture="bridge-storm"></figure>
<p>The Ormsey ferry did not sail and is not expected to before tomorrow. Two schools, Netherby and St Brannoc’s, are closed. Power has been restored to all but 340 of about 6,000 homes that lost it.</p>
<p>The council opened the sports hall at Larkfield for people from the lower streets of the Ropewalk and Old Quay, and 112 came. By breakfast all but nine had gone home. A retired harbour pilot who was among them said that he had slept through worse, “but never on a trampoline”, he told Saltern Radio.</p>
<p>At East Sands forty beach huts were broken up. The council asks people not to collect the wood until it has been checked for nails and for owners.</p>"""

STORIES = [
    story(
        key="thornsea-cliff-fall",
        section="coast",
        headline="Coast road shut as cliff falls into the sea at Thornsea",
        standfirst="Nine thousand tonnes of clay came down before dawn. A postwoman saw the fence leaning and stopped the traffic.",
        dateline="Thornsea",
        body=_CLIFF,
        authors=["sunniva-aldous"],
        tags=["coastal-erosion", "transport", "storms-and-floods"],
        people=[
            person("kirrane", "expert", "studies this coast; was at the site"),
            person("noll", "other", "farmer; is letting a bus use her track", role_text="neighbour"),
        ],
        organizations=[
            organization("coastal-agency", "official", "responsible for the coast; gave warnings"),
            organization("police", "official", "closed the road"),
            organization("university", "expert", "monitors the cliff"),
        ],
        sources=[
            source("own-thornsea", "on_record", "our reporter at Thornsea", 0),
            source("agency-bulletin", "on_record", "the coast agency’s bulletin on the fall", 0),
            source("police-statement", "on_record", "statement by Saltern Constabulary", 0),
            source("kirrane", "on_record", "interview with Dr Esme Kirrane at the site", 0),
            source("noll", "on_record", "interview with Beatrix Noll", 0),
        ],
        lead_picture="cliff-storm",
        days_ago=0.3,
        editions=[
            {
                "after_hours": 4.0,
                "kind": "update",
                "public_note": "Updated with the engineers’ statement that the road will be shut for at least four months, and with the replacement bus.",
                "headline": "Coast road shut for four months after cliff fall at Thornsea",
                "body": _CLIFF + _CLIFF_LATER,
            }
        ],
    ),
    story(
        key="village-that-moves",
        section="coast",
        type_of_work="feature",
        layout="long",
        headline="The village that is learning to move before it has to",
        standfirst="Thornsea loses two metres a year to the sea. Its people have decided to go, together, half a mile inland. It is proving harder than staying, and easier than they feared.",
        dateline="Thornsea",
        body="""<p>The first thing they moved was the bench. It had stood for sixty years at the end of Church Lane, looking out to sea, and on a Saturday in October six people unbolted it, put it on a hay trailer and drove it half a mile inland to a field of winter barley.</p>
<p>There was nothing there: no road, no wall, no view to speak of. They bolted the bench down on a square of concrete, opened a flask, and sat looking at the barley.</p>
<p>“It seemed important to begin with something that nobody needed,” says Beatrix Noll, whose field it was. “If you start with the drains, it’s a building site. If you start with a bench, it’s a place.”</p>
<p>Thornsea has 193 inhabitants, a church, a pub, a shop that is also the post office, and a cliff. The cliff is of boulder clay, which is to say of mud with stones in it, and the sea eats it at an average of two metres a year. The average hides a good deal. For years nothing goes, and then a garden goes in a night.</p>
<aside class="note"><p>Between 1952 and last year, measured at forty places: from 1.3 metres a year at the north end to 3.1 below Church Lane.</p></aside>
<figure data-picture="barley-noon"></figure>
<h2>The map in the pub</h2>
<p>Inside the Ship hangs a map on which the village has been losing ground since 1786. It shows a street that is not there, Sea Row, and beyond it a second one that was not there when the map was drawn. The landlord’s predecessor put in a brass pin for every house lost in his time. There are twenty-three.</p>
<p>Nobody in Thornsea needed to be told, then, what was coming. What they needed, says Ms Noll, who farms 300 acres behind the village and chairs its parish council, was a date.</p>
<p>They got one six years ago, from a study by the University of Veremouth. Dr Esme Kirrane and two colleagues put forty small reflectors along the edge and measured from a boat how they moved. They drilled. They went through parish records, insurance claims and a century of photographs of picnics.</p>
<p>The result was a drawing with four lines on it, each showing where the edge was likely to be in a given year, and how sure one could be. By the third line the church was gone. Between the second and the third stood fifty-one houses.</p>
<p>“I have given a lot of talks,” Dr Kirrane says. “In most of them people argue with the lines. In Thornsea somebody put up her hand and said, ‘Thank you. What do we do on Monday?’”</p>
<aside class="pullquote"><p>“In most talks people argue with the lines. In Thornsea somebody said: ‘Thank you. What do we do on Monday?’”</p></aside>
<h2>Holding the line, or not</h2>
<p>What most villages do is to ask for a wall. Thornsea had asked, twice. The National Rivers and Coast Agency’s answer was a page of arithmetic. To armour a kilometre and a half of that cliff with rock would cost £38m. The property behind it was worth £14m. And the clay that falls at Thornsea does not vanish: it drifts south, and feeds the beach at East Sands that keeps the waves off a city of 214,000.</p>
<p>“We were being asked to stay in the way so that we could be saved,” says Ms Noll, “and it turned out that if we were saved, Veremouth would need saving.”</p>
<p>There was money for walls, under certain conditions, and money for knocking down a house once it had become dangerous: £6,000, which is about what it costs. For anything between the two there was nothing. A family whose house was worth £180,000 in one year and nothing some years later was expected to watch.</p>
<p>So the parish council wrote a proposal of its own. It was nine pages long, it was typed by the organist, and its title was <em>Before</em>.</p>
<h2>Before</h2>
<p>The idea is simple enough to put on a beer mat, and in the Ship it has been. Ms Noll sells forty acres of her least bad land, at the price of farmland, to a trust that belongs to the village. The trust divides it into plots. Anybody whose house lies in front of the third line may exchange it for a plot and a sum towards building, fixed by the size of the household and not by the value of the house. In return the trust gets the old house, lets it for as long as that is safe, and takes it down in good order when it is not.</p>
<p>The rent pays for part of it. A national fund for coastal change, after two refusals, pays for a little over half. The rest, £4.1m, is a loan that the county council has agreed to guarantee.</p>
<p>None of this existed in law. It took three years, four drafts and an amendment, moved late one evening by a member from the other end of the country who had spent his childhood holidays in the village and wanted, he told the chamber, to go on doing so.</p>
<p>The minister for ports and coasts, Conrad Ashdene, has called it “an experiment that I hope will become a precedent”. Asked in a written question how many other villages could follow, he answered that his department had not made an estimate. Dr Kirrane has. On this coast alone she counts thirty-one.</p>
<h2>What moves and what does not</h2>
<p>Thirty-four of the fifty-one households have signed. Nine have said no, among them a couple in their eighties who have worked out, with some relish, that they will be gone before the house is. Eight have not decided.</p>
<p>Those who object are not fools, and in a village of that size everybody drinks with everybody. One man, who asked that we leave him out by name, built his house with his own hands in 1979. The plot that he is offered is larger. It has no view. “They’re giving me everything back except the reason,” he said.</p>
<p>The pub will move. So will the shop. The church was the hardest. It is of the thirteenth century, it stands on the third line, and to move it stone by stone would cost more than all the rest. After two years of argument, the diocese and the village agreed to leave it. The bells, the font and the painted screen will go inland, to a plain new building. The walls will stay, and services will be held in them on summer evenings until they cannot be.</p>
<p>And the dead? Dr Kirrane’s drawing puts the first graves over the edge in about forty years. The parish council wrote to every family that it could trace. Most have asked for their people to be left where they are. “They were fishermen,” one of them wrote. “They’ll not be surprised.”</p>
<h2>The first house</h2>
<p>It has a roof now, the first house, and a door that does not yet lock. It belongs to a family of five who until the spring lived nine metres from the edge. The youngest child, who is four, used to sleep in her shoes.</p>
<p>From the upstairs window you can see over the barley to the tower of the old church and, to either side of it, a thin line of a different blue.</p>
<p>Ms Noll had been told that there would be no view. She went up the ladder to see for herself, came down again, and said nothing about it to anybody for a week. She did not, she explains, want them all to want that plot.</p>
<p>Then she went and had a look from the bench. If you stand on it, you can see the sea.</p>
<h3>How we reported this story</h3>
<p>Our reporter visited Thornsea nine times over seven months. Figures come from the university’s study, the accounts of the village trust, and the coast agency’s papers, which it released at our request.</p>""",
        authors=["sunniva-aldous"],
        tags=["coastal-erosion", "housing", "farming"],
        people=[
            person("noll", "official", "farmer and chair of the parish council; sold the land for the new village"),
            person("kirrane", "expert", "led the study on which the plan rests"),
            person("ashdene", "official", "minister for ports and coasts; answered a question on the plan"),
        ],
        organizations=[
            organization("university", "expert", "carried out the study"),
            organization("coastal-agency", "official", "declined to build a sea wall"),
        ],
        sources=[
            source("erosion-study", "on_record", "the university’s study of the Thornsea cliffs", 200),
            source("agency-papers", "on_record", "papers of the coast agency, released at our request", 70),
            source("trust-accounts-thornsea", "on_record", "accounts of the village’s trust", 55),
            source("noll", "on_record", "interviews with Beatrix Noll", 44),
            source("kirrane", "on_record", "interview with Dr Esme Kirrane", 48),
            source("minister-answer", "on_record", "the minister’s written answer", 60),
            source("coastline-press", "on_record", "Coastline Press, the news agency, on the minister’s remarks", 60),
            source("own-thornsea", "on_record", "our reporter’s nine visits to Thornsea", 43),
        ],
        lead_picture="cliff-noon",
        pictures=["barley-noon"],
        days_ago=40.4,
    ),
    story(
        key="skarn-second-phase",
        section="coast",
        headline="Minister approves sixty-two more turbines on the Skarn Bank",
        standfirst="The second phase will stand further out and higher. Fishermen won a corridor through it; ornithologists lost their argument for a gap.",
        body="""<p>The wind farm off Veremouth will almost double in size. The minister for ports and coasts, Conrad Ashdene, yesterday approved a second phase of sixty-two turbines on the Skarn Bank, twenty-three kilometres from the shore.</p>
<p>On a windy day it would supply about 700,000 homes, according to the developer, Skarn Wind. Building is to start in two years and end in five.</p>
<p>The decision follows an inquiry of eleven months. It comes with forty-four conditions, of which three will be noticed on this coast.</p>
<ul><li>A lane two kilometres wide is to stay open through the middle for the inshore fleet.</li><li>Piling must stop for six weeks each spring, when herring spawn.</li><li>The foundations are to be made within fifty kilometres of the site “where reasonably practicable”, which in practice means in Veremouth or not at all.</li></ul>
<p>Jonah Pellarin, who chairs the Saltern Fishermen’s Co-operative, had spoken against the scheme at the inquiry. “We asked for three kilometres, and they first offered none,” he said. “You can work in two. You would not want to work in two in fog.”</p>
<p>The inspector had also recommended a gap in the north-western corner, where kittiwakes cross on their way from Carrack Rock. The minister did not follow her. In his letter of decision he says that the loss, put at up to forty birds a year, can be made up for by nesting towers elsewhere. Dr Esme Kirrane, who advised the inquiry on the sea bed and not on birds, said that she knew of no such tower on which kittiwakes had yet nested “in numbers that you would call a colony”.</p>
<p>Tobias Renk, managing director of Skarn Wind, said that the company would publish counts of birds every year. “If the towers do not work we shall have to do something else,” he said. “That is one of the forty-four conditions. I have read them all. It took a weekend.”</p>""",
        authors=["sunniva-aldous"],
        tags=["offshore-wind", "fishing", "wildlife", "jobs"],
        people=[
            person("ashdene", "official", "minister; approved the wind farm"),
            person("pellarin", "spokesperson", "speaks for the inshore fleet"),
            person("kirrane", "expert", "advised the inquiry on the sea bed"),
            person("renk", "spokesperson", "managing director of the developer"),
        ],
        organizations=[
            organization("skarn", "party", "will build the wind farm"),
            organization("cooperative", "party", "objected at the inquiry"),
        ],
        sources=[
            source("skarn-decision", "on_record", "the minister’s letter of decision, with the inspector’s report", 3),
            source("pellarin", "on_record", "interview with Jonah Pellarin", 2),
            source("kirrane", "on_record", "interview with Dr Esme Kirrane", 2),
            source("renk", "on_record", "interview with Tobias Renk", 2),
            source("coastline-press", "on_record", "Coastline Press, the news agency, on the decision", 3),
        ],
        lead_picture="wind-dawn",
        days_ago=2.6,
    ),
    story(
        key="herring-return",
        section="coast",
        headline="The herring are back in the Vere, and nobody is quite sure why",
        standfirst="For the third year running, shoals have spawned inside the estuary. The men who catch them have agreed not to catch many.",
        body="""<p>At four in the morning the water beside Jonah Pellarin’s boat turns silver, goes dark, and turns silver again. He cuts the engine. “Listen,” he says. It sounds like rain.</p>
<p>Herring, thousands of them, are coming up to feed. Until three years ago Mr Pellarin, who is fifty-four and has fished from Veremouth since he was sixteen, had never seen it inside the estuary. His father had.</p>
<p>The spring herring of the Vere were once so many that a street was named after the boxes they were packed in. They dwindled in the 1970s and by 1984 there were too few to count. Then, three springs ago, a student who was looking for something else found eggs on gravel off Old Quay.</p>
<p>Surveys by the University of Veremouth put this year’s spawning stock at about 600 tonnes. That is twice last year’s and perhaps a fiftieth of what it was in 1920.</p>
<p>Why now? There are three candidates. The river is cleaner since the sewage works was rebuilt. The gravel on which the fish lay their eggs was dredged for decades, and is not any more. And the sea has changed: colder water has come in along the coast for four winters out of five. “I’d put my money on the gravel,” says Dr Esme Kirrane, who maps the sea bed. “But it would be a small sum of money.”</p>
<p>The Saltern Fishermen’s Co-operative has agreed on a limit of forty tonnes, caught with drift nets by eleven boats, and none at all in the six weeks of spawning. Nobody made it do so. Mr Pellarin says that the meeting took ten minutes.</p>
<p>“My father’s lot had two views on herring,” he says, hauling. “One was that you couldn’t run out of them. The other was after.”</p>""",
        authors=["sunniva-aldous"],
        tags=["fishing", "wildlife", "harbour"],
        people=[
            person("pellarin", "other", "skipper; chairs the co-operative", role_text="fisherman"),
            person("kirrane", "expert", "maps the sea bed"),
        ],
        organizations=[
            organization("cooperative", "party", "set its own limit on the catch"),
            organization("university", "expert", "carried out the surveys"),
        ],
        sources=[
            source("own-boat", "on_record", "a night on board with our reporter", 20),
            source("pellarin", "on_record", "interview with Jonah Pellarin", 20),
            source("kirrane", "on_record", "interview with Dr Esme Kirrane", 19),
            source("herring-survey", "on_record", "the university’s survey of spawning herring", 21),
        ],
        lead_picture="herring",
        days_ago=18.3,
        redirect_from="herring-in-the-vere",
    ),
    story(
        key="storm-edda",
        section="coast",
        headline="Flood wall holds as Storm Edda brings highest tide in 31 years",
        standfirst="The sea came to within nineteen centimetres of the top. Forty beach huts are gone, and the ferry is not sailing.",
        body=_STORM.replace("all but 340 of about 6,000 homes", "about half of some 6,000 homes"),
        authors=["sunniva-aldous", "nell-hathersage"],
        tags=["storms-and-floods", "transport", "ormsey"],
        people=[
            person("kirrane", "expert", "studies this coast"),
            person("storr", "witness", "warden of Carrack Light; spent the night there"),
        ],
        organizations=[
            organization("council", "official", "responsible for the promenade"),
            organization("rescue", "other", "was called out once", role_text="rescuer"),
            organization("ferries", "other", "cancelled its crossings", role_text="ferry company"),
        ],
        sources=[
            source("tide-gauge", "on_record", "readings of the Quayside tide gauge", 140),
            source("coastline-press", "on_record", "Coastline Press, the news agency, on damage along the coast", 140),
            source("storr", "on_record", "Callum Storr, by radio", 140),
            source("kirrane", "on_record", "interview with Dr Esme Kirrane", 140),
            source("saltern-radio", "on_record", "Saltern Radio’s morning bulletin on closures", 140),
            source("rescue-statement", "on_record", "statement by Saltern Inshore Rescue", 140),
        ],
        lead_picture="wave-storm",
        pictures=["bridge-storm"],
        days_ago=140.2,
        editions=[
            {
                "after_hours": 5.0,
                "kind": "update",
                "public_note": "Updated: power is back in all but 340 of about 6,000 homes.",
                "body": _STORM,
            }
        ],
    ),
    story(
        key="carrack-warden",
        section="coast",
        type_of_work="interview",
        headline="‘The light doesn’t need me. I know that. It’s a good thing to know’",
        standfirst="Callum Storr spends seven months a year at a lighthouse that works by itself. He counts birds, mends steps, and has opinions on soup.",
        dateline="Carrack Rock",
        body="""<p>The boat can land at Carrack Rock on perhaps a hundred days a year, and this is not really one of them. Callum Storr takes my bag, then my wrist, says “Now,” and I am on the step.</p>
<p>The lighthouse was automated long ago. Every night the lamp lights itself, and if it should fail another takes over and a telephone rings in an office two hundred miles away. From April to October Mr Storr lives underneath it, as a warden, and is paid by three bodies that each believe they pay the smallest share.</p>
<p><strong>What do you do all day?</strong></p>
<p>“At dawn I count. Kittiwakes, guillemots, whatever is on the ledges. I measure the rain. Then I mend what the night has broken, and there’s always something, it’s mostly steps. There are 143 steps between the landing and the lamp and I have relaid every one. Now I am going round again.”</p>
<p><strong>Are you lonely?</strong></p>
<p>“People ask that as if it was the price. I’d say it was the wage. I have a radio. I talk to Jonah Pellarin when he goes by, and he tells me the football. I was lonelier in an office in Larkfield, with forty people in it.”</p>
<aside class="pullquote"><p>“People ask if I’m lonely as if it was the price. I’d say it was the wage.”</p></aside>
<p><strong>Does it bother you that the light would shine without you?</strong></p>
<p>“The light doesn’t need me. I know that. It’s a good thing to know about your job. Most people don’t find out until they leave.”</p>
<p><strong>What has changed in eleven years?</strong></p>
<p>“The puffins went from sixty pairs to twenty-two, and now back to thirty-four. The sand eels moved, then they came back some of the way. I write it all down. A number on its own is gossip. Eleven years of them begin to be something.”</p>
<p><strong>And the turbines?</strong></p>
<p>“They blink, all together, red. It took me a year not to mind, and now when there’s fog I miss them. I’m not telling you what I think of the second lot. The people who pay me don’t agree, so I’m saving it for when I retire.”</p>
<p><strong>What do you eat?</strong></p>
<p>“Soup. I have views. A soup you can see through is a drink.”</p>
<p>The wind has gone round, and he has been watching it over my shoulder for ten minutes without saying so. He picks up my bag. “Now,” he says, “or Thursday.”</p>""",
        authors=["sunniva-aldous"],
        tags=["wildlife", "on-the-water", "offshore-wind"],
        people=[
            person("storr", "other", "warden of Carrack Light; gave the interview", role_text="interviewed"),
            person("pellarin", "other", "skipper; mentioned by the warden", role_text="friend"),
        ],
        sources=[source("storr", "on_record", "interview with Callum Storr at Carrack Light", 67)],
        lead_picture="light-night",
        days_ago=65.4,
    ),
    story(
        key="salt-marsh-explained",
        section="coast",
        type_of_work="explainer",
        headline="Why the county wants to let the sea in at Ormsey Sound",
        standfirst="A breach in a good wall, made on purpose. What a salt marsh is for, and who pays when a field becomes one.",
        body="""<p>Next winter, if the plan is approved, diggers will cut two gaps in a sea wall that does not leak. Behind it lie 110 hectares of grazing land. Within a few years they would be mud, then samphire, then salt marsh. Here is why anybody would wish for that.</p>
<h2>What is a salt marsh?</h2>
<p>It is land that the sea covers at high tide and leaves at low. Plants that can bear salt hold the mud in place, more mud settles among them, and slowly the marsh rises. Left to itself it can keep pace with a sea that rises by about half a centimetre a year.</p>
<h2>What does it do?</h2>
<p>It tires waves out. Measurements by the University of Veremouth across the old marsh at Skelder show a wave a metre high shrinking to thirty centimetres over 180 metres of marsh, and arriving at the wall behind as a ripple. A wall with a marsh in front of it can be lower, and lasts about three times as long.</p>
<p>It is also a nursery. Bass, herring and flounder spend their first months in the creeks.</p>
<h2>Why here?</h2>
<p>Because the wall at Ormsey Sound protects fields but not houses, is due to be rebuilt at a cost of £6.8m, and stands where a marsh stood until 1840. A new, shorter wall further inland would cost £2.1m.</p>
<h2>What about the farm?</h2>
<p>The tenants of the two farms have agreed to it. They would be paid for the land at its present value and afterwards could graze cattle on the upper marsh, whose meat sells at a premium. They are not delighted. “I drained some of that,” one of them told a public meeting, “and so did my grandfather. But I can see the sums.”</p>
<h2>Could it go wrong?</h2>
<p>Yes. If the gaps are too narrow, water rushes through them and scours. At a site further south, a creek moved and cut off a footpath. Dr Esme Kirrane, who advised on the design, would make the gaps wider than drawn. “You can’t negotiate with a creek,” she says. “It is better to find out what it wants and write that down as the plan.”</p>
<h2>Who decides?</h2>
<p>The National Rivers and Coast Agency, after a consultation that is open for another five weeks.</p>""",
        authors=["sunniva-aldous"],
        tags=["wildlife", "coastal-erosion", "farming", "ormsey"],
        people=[person("kirrane", "expert", "advised on the design")],
        organizations=[
            organization("coastal-agency", "official", "will decide on the plan"),
            organization("university", "expert", "measured the waves"),
        ],
        sources=[
            source("marsh-plan", "on_record", "the coast agency’s consultation papers on Ormsey Sound", 54),
            source("own-marsh-meeting", "on_record", "our notes of the public meeting", 55),
            source("kirrane", "on_record", "interview with Dr Esme Kirrane", 53),
        ],
        lead_picture="marsh-dawn",
        days_ago=52.1,
    ),
    story(
        key="hedges-come-back",
        section="coast",
        type_of_work="feature",
        headline="Sixty-one kilometres of hedge, and a wren in most of it",
        standfirst="Twelve years ago the county began to pay farmers to plant what it had once paid them to pull up. A count shows who has moved in.",
        dateline="Wickerby",
        body="""<p>A hedge is slow news. You plant a stick, and a second stick a foot away, and wait for eight years. Then one morning in March there is a noise in it.</p>
<p>The noise, in the hedges around Wickerby, is mostly wrens. Volunteers who walked all sixty-one kilometres planted under the county’s scheme found them in four out of every five stretches of a hundred metres. They found linnets in a third of them, yellowhammers in a quarter, and in one, to the disbelief of the person holding the clipboard, a dormouse.</p>
<p>In the fifty years to 1990 the county lost about half of its hedges, most of them with a grant. Since then it has learned what they did. They slowed water. They kept soil out of the lanes. They gave cattle something to stand behind.</p>
<p>The scheme pays £22 a metre, in three instalments, the last of them only when the hedge is thick enough that a person at one side cannot read a newspaper held up at the other. The Lantern is flattered to have been used in the test.</p>
<p>Beatrix Noll, who farms on the heavy clay at Thornsea, was among the first to join and has planted four kilometres. “It took five acres out of wheat,” she says. “The fields behind it grow more than they did, because they don’t dry out. So I make it about even, and I get the wrens for nothing.”</p>
<p>Not all of it has worked. On the chalk, one hedge in three died in the dry summers and had to be planted again. And there are, one ought to say, a great many more rabbits.</p>""",
        authors=["sunniva-aldous"],
        tags=["farming", "wildlife"],
        people=[person("noll", "other", "farmer; joined the scheme early", role_text="farmer")],
        sources=[
            source("hedge-count", "on_record", "the county’s count of birds in planted hedges", 169),
            source("noll", "on_record", "interview with Beatrix Noll", 167),
        ],
        lead_picture="fields-spring",
        days_ago=165.3,
    ),
    story(
        key="bathing-water",
        section="coast",
        headline="East Sands keeps its top mark for clean bathing water",
        standfirst="Eighteen samples, one of them poor. The beach at Hallin Mouth moves up a class for the first time.",
        body="""<p>The sea at East Sands is as clean as it has been since testing began, according to the yearly results of the National Rivers and Coast Agency.</p>
<p>Of eighteen samples taken over the season, seventeen were in the best class. One, taken the morning after a thunderstorm, was poor.</p>
<p>Hallin Mouth rises from “sufficient” to “good”. Skelder Point stays at “poor” for a second year, and bathing there is still advised against.</p>
<p>“The rebuilt works has made the difference,” said Dr Esme Kirrane of the University of Veremouth. “What is left is what comes off the streets when it rains.”</p>""",
        authors=["sunniva-aldous"],
        tags=["wildlife", "on-the-water", "health"],
        people=[person("kirrane", "expert", "commented on the results")],
        organizations=[organization("coastal-agency", "official", "tests bathing water")],
        sources=[
            source("bathing-results", "on_record", "the coast agency’s published results", 10),
            source("kirrane", "on_record", "interview with Dr Esme Kirrane", 9),
        ],
        days_ago=9.2,
        status="live_with_changes",
        changed={
            "body": """<p>The sea at East Sands is as clean as it has been since testing began, according to the yearly results of the National Rivers and Coast Agency.</p>
<p>Of eighteen samples taken over the season, seventeen were in the best class. One, taken the morning after a thunderstorm, was poor.</p>
<p>Hallin Mouth rises from “sufficient” to “good”. Skelder Point stays at “poor” for a second year, and bathing there is still advised against.</p>
<p>“The rebuilt works has made the difference,” said Dr Esme Kirrane of the University of Veremouth. “What is left is what comes off the streets when it rains.”</p>
<p>From this season the agency will also publish a forecast each morning, so that swimmers can see when rain has made the water worse than its class suggests.</p>""",
            "why": "Adds the daily forecast, announced after we published.",
        },
    ),
]
