"""Business: the port, the high street and the firms between them."""

from articles.demo.stories.form import asked, organization, person, source, story

_YARD = """<p>The yard at Skelder will take on 240 people over two years to build foundations for the second phase of the Skarn Bank wind farm, Skarn Wind said yesterday.</p>
<p>It has ordered sixty-two steel foundations, each of about 900 tonnes, under a contract worth £160m. Welding is to begin next autumn, if the scheme is approved.</p>
<p>The yard, which launched its last ship in 1998, has lived since then on repairs. It employs 85 people, of whom twenty-six are over sixty.</p>
<p>The foundations will be rolled in one hall and welded in another, which has stood empty since the ferry order was lost in 1996 and needs a roof. They go out to the bank two at a time, standing up, on a barge that is longer than the yard’s quay. The quay is to be extended by thirty metres, at the cost of Skarn Wind.</p>
<p>“We’re not hiring welders, because there aren’t any,” said Tobias Renk, the managing director of Skarn Wind. “We’re going to make them.” Ninety of the new jobs will be apprenticeships, run with the city’s college.</p>
<p>Denise Harkaway of the Harbour Workers’ Union said that the agreement on pay was the best signed on the river for a generation. What worried her was the bus. “There is one at seven and one at six,” she said. “A shift is not seven to six.”</p>
<p>The order depends on the government’s decision about the wind farm, which is expected within the year. If it is refused the contract lapses, and Skarn Wind pays the yard £4m.</p>"""

STORIES = [
    story(
        key="port-results",
        section="business",
        headline="Port’s profit rises to £41m in what may be its last good year at Old Quay",
        standfirst="More boxes than ever passed through the city. The accounts explain why the people who counted them want to leave.",
        body="""<p>The Port of Veremouth made a profit of £41.2m last year, up by eleven per cent, and handled 587,000 containers, the most in its history.</p>
<p>It will pay the city, which owns it, a dividend of £12m. That is £1m less than the year before. The rest is to be kept for the move to Skelder Point.</p>
<p>Behind the record is a piece of luck. A strike further north sent some forty ships to Veremouth that would otherwise have passed. Without them, the accounts say, volume would have been flat for a third year.</p>
<h2>The problem in note 19</h2>
<p>Readers of such documents turn first to the notes. Note 19 lists the ships by draught. Five years ago one in fourteen of those that called could come in only at high water. Last year it was one in five. Each waited for an average of seven hours, and four lines have told the port that they will not wait beyond the end of their contracts.</p>
<p>“We are very good at handling the ships of 2010,” said Inga Solvarre, the chief executive. “We have perhaps eight years of those left.”</p>
<p>Dredging more deeply at Old Quay is not possible without undermining the wall, which stands on timber piles of 1880. To replace the wall would cost £290m and close the quay for three years.</p>
<p>The port employs 1,904 people, thirty-seven more than last year. Average pay rose by 4.1 per cent. Ms Solvarre’s own was £268,000, which was £9,000 less than the year before, because a bonus for safety was not paid.</p>
<p>That bonus fell away for a reason. There were three serious injuries on the quays. The year before there had been none.</p>""",
        authors=["kofi-brathwell"],
        tags=["harbour", "public-money", "jobs"],
        people=[person("solvarre", "spokesperson", "chief executive; explained the results")],
        organizations=[
            organization("port", "party", "published its accounts"),
            organization("council", "party", "owns the port"),
        ],
        sources=[
            source("port-accounts", "on_record", "the port’s annual report and accounts", 1),
            source("shipping-wire", "on_record", "Shipping Wire, the news agency, on last year’s strike", 1),
            source("solvarre", "on_record", "interview with Inga Solvarre", 1),
        ],
        lead_picture="quay-dawn",
        days_ago=0.5,
    ),
    story(
        key="dredging-contract",
        section="business",
        headline="Port paid twice for dredging the same mile of river, documents show",
        standfirst="Invoices seen by the Lantern add up to £1.9m. The port says that it found the error itself and is getting the money back.",
        body="""<p>The Port of Veremouth paid two contractors for dredging the same stretch of the river in the same eight weeks, at a cost of £1.9m, according to invoices and survey charts seen by the Lantern.</p>
<p>The approach channel must be cleared twice a year. In the spring of last year the regular contractor was late, and the port hired a second firm to clear the mile below St Edda’s Bridge. Then the first firm turned up. It was not told that the work had been done. Both sent a bill, and both were paid in full.</p>
<p>Charts made before and after show how little there was for the second dredger to do. It was paid to remove 210,000 cubic metres. The river bed went down by an average of four centimetres: about 31,000.</p>
<p>We were shown the invoices by somebody who works on the port’s accounts and who believes that the public, as its owner, ought to know. We have agreed not to identify that person, who would be in breach of a contract of employment. We checked the papers against the port’s own published list of payments and against charts that anybody may buy.</p>
<p>The port does not dispute the facts. Inga Solvarre, its chief executive, said that the overpayment had been found by its own auditors in the autumn, seven months before we asked. “It was a bad mistake by tired people in a bad month,” she said. “It was not hidden from our board. I do accept that it was not explained to our owner.”</p>
<p>Of the £1.9m, she said, £1.1m had been repaid or credited, and the rest was being negotiated. Both contractors, she added, had acted in good faith. For that reason we do not name them.</p>
<p>Leila Farrant, who chairs the council’s harbour committee, said that she had learned of it from this newspaper. “I meet the chief executive every fortnight,” she said. “I should like to know what we have been talking about.”</p>
<p>The committee will take the matter in public at its next meeting.</p>""",
        authors=["kofi-brathwell", "nell-hathersage"],
        tags=["harbour", "public-money"],
        people=[
            person("solvarre", "spokesperson", "chief executive; answered for the port"),
            person("farrant", "official", "chair of the council’s harbour committee"),
        ],
        organizations=[
            organization("port", "party", "paid both bills"),
            organization("council", "party", "owns the port"),
        ],
        sources=[
            source(
                "conf-port-accounts",
                "background",
                "a person who works on the port’s accounts, whose identity we agreed to protect",
                16,
                "dismissal",
            ),
            source("dredging-invoices", "on_record", "invoices of two contractors and the port’s list of payments", 16),
            source("river-charts", "on_record", "survey charts of the approach channel", 14),
            source("solvarre", "on_record", "interview with Inga Solvarre", 10),
            source("farrant", "on_record", "interview with Leila Farrant", 9),
        ],
        replies=[
            asked(
                "port",
                "Two contractors were paid in full for the same mile of river. Who approved the second bill, when did the board learn of it, and how much has been paid back?",
                "replied",
                "Our own auditors found the overpayment in the autumn. It was not hidden from our board; we accept that it was not explained to our owner. Of the £1.9m, £1.1m has been repaid or credited.",
            ),
        ],
        lead_picture="quay-night",
        days_ago=8.6,
    ),
    story(
        key="ormsey-fares",
        section="business",
        headline="Ormsey ferry fares to rise by nine per cent, but not for islanders",
        standfirst="A day return for a visitor will cost £31. The company says the new engine will pay for itself in six years, if people keep coming.",
        body="""<p>The fare for the crossing to Ormsey will go up by nine per cent from the start of the season, Ormsey Ferries announced yesterday. A day return for an adult visitor rises from £28.40 to £31.</p>
<p>Holders of an islander’s card, of whom there are 611, will pay what they paid last year. It is the first time that the two have been treated differently.</p>
<p>Fergus Dray, the company’s operations director, said that the increase would pay for a new hybrid engine in the Maid of Ormsey, which will cut the fuel she uses by about a third. “She was built in 1989 and she drinks like it,” he said.</p>
<p>The winter timetable stays at two sailings a day. Islanders had asked for a third, at six in the evening, so that those who work in the city would not have to leave at four. Mr Dray said that it would lose £190,000 a year. The company is to ask the council to share the cost.</p>
<p>Children under five still travel free, and so, under a rule that nobody at the company could explain but nobody will abolish, does anyone carrying a beehive. Bicycles go up from £2 to £3. The book of ten crossings, which was withdrawn two years ago, comes back at £230.</p>
<p>Dr Farouk Illing, an economist at the University of Veremouth, said that charging visitors more was reasonable but not without risk. “Ormsey lives on people who decide at breakfast,” he said. “At £31 a head, a family starts to think about it over lunch.”</p>""",
        authors=["kofi-brathwell"],
        tags=["ormsey", "transport", "small-business"],
        people=[
            person("dray", "spokesperson", "operations director; explained the increase"),
            person("illing", "expert", "economist"),
        ],
        organizations=[organization("ferries", "party", "runs the crossing")],
        sources=[
            source("ferry-site", "on_record", "table of fares on the company’s site", 2),
            source("dray", "on_record", "interview with Fergus Dray", 2),
            source("illing", "on_record", "interview with Dr Farouk Illing", 2),
        ],
        lead_picture="ferry-noon",
        days_ago=1.7,
    ),
    story(
        key="fish-street-bakery",
        section="business",
        type_of_work="feature",
        headline="They bought the bakery they worked in, and nobody told them not to",
        standfirst="When the owner of the Fish Street Bakery retired he had two offers. One was from a coffee chain. The other was from the night shift.",
        body="""<p>The night shift’s offer was written on the back of a flour delivery note, in capitals, and it was £40,000 lower than the other one. It also had nine signatures, and the owner knew that four of those people could not really afford to sign.</p>
<p>“He read it and went into the cold store,” says Magda Oyelle. “He was in there for a while. We thought that he was angry.”</p>
<p>That was two years ago. The Fish Street Bakery now belongs to the fourteen people who work in it. It made a profit of £38,000 last year, sells its bread to forty-one shops, and has had, its members calculate, 211 meetings.</p>
<p>How one buys a bakery without money is a matter of some interest. Each of the nine put in £1,500. A regional fund for co-operatives lent £120,000. The old owner lent the rest himself, at three per cent, over ten years, on the condition that the fruit loaf was not to change.</p>
<p>Ms Oyelle, who is forty-six and had worked nights for seventeen years, became the first chair because, she says, she was out of the room. She learned to read a balance sheet from a library book. In the first month she found that the bakery had been paying rent for a yard that it did not use. Nobody in eleven years had ever asked.</p>
<aside class="pullquote"><p>“If you own the oven you start noticing who leaves the door open.”</p></aside>
<p>“It’s not that we work harder,” she says. “We always worked hard. It’s that if you own the oven you start noticing who leaves the door open.”</p>
<p>It has not been a fairy tale. In the second winter, when the price of gas doubled, they voted, nine to five, to cut their own pay by a tenth for four months. Two members left. One has come back.</p>
<p>Dr Farouk Illing, an economist at the University of Veremouth, counts about 300 businesses in the county whose owners will retire within ten years without an heir. “Most of them will close,” he says, “and not because they lose money. They’ll close because it doesn’t occur to anybody to ask the night shift.”</p>
<p>The fruit loaf has not changed. It has been put to the vote three times.</p>""",
        authors=["kofi-brathwell"],
        tags=["small-business", "jobs", "workplace-rights"],
        people=[
            person("oyelle", "other", "baker; first chair of the co-operative", role_text="co-owner"),
            person("illing", "expert", "economist"),
        ],
        sources=[
            source("oyelle", "on_record", "interviews with Magda Oyelle", 36),
            source("bakery-accounts", "on_record", "the co-operative’s accounts", 36),
            source("illing", "on_record", "interview with Dr Farouk Illing", 35),
        ],
        lead_picture="market-lamp",
        days_ago=33.4,
    ),
    story(
        key="high-street-count",
        section="business",
        type_of_work="analysis",
        headline="We counted every shop on the high street. It is not dying; it is changing its hours",
        standfirst="One unit in nine is empty, fewer than five years ago. What has gone is the morning.",
        body="""<p>People will tell you that the high street is finished. They have told me so in a café there, at a table for which we had to wait. So over two weeks I walked the 409 shop fronts between Sailcloth Square and the station and wrote down what each of them was, and when it was open.</p>
<aside class="note"><p>Each front was visited at least twice, on a weekday and a Saturday, in the first half of September. Market stalls were not counted.</p></aside>
<p>I then did the same with the city’s trade directory for five years ago. Here is what I found.</p>
<h2>Fewer are empty</h2>
<p>Forty-six units are vacant, or one in nine. Five years ago it was fifty-nine, or one in seven. The gaps are bunched: twenty-two of the forty-six are in the Beacon Arcade, whose owner is in administration. Take those away and the street is as full as it was in 2010.</p>
<h2>They sell less and do more</h2>
<p>Then, two fronts in three sold things that you could carry home. Now it is not quite one in two. Clothes shops fell from fifty-eight to thirty-one, and all five shoe shops but one have gone. In came twenty-seven places to eat, fourteen that do something to your hair or nails, three dentists, a climbing wall, and a man who mends trousers and has a queue.</p>
<h2>They open later</h2>
<p>This is what surprised me. Five years ago 71 per cent of fronts were open by half past nine. Now it is 44 per cent. But at seven in the evening 38 per cent are open, where it was 19. The high street has moved by about two hours, and much of what serves it has not. The council’s car parks are free after six, for now. The last of the cleaning carts goes round at four. The public lavatories shut at half past five.</p>
<p>Dr Farouk Illing, an economist at the University of Veremouth, thinks that this is the wrong way round. “We run the centre as though people shop there before lunch,” he says. “They come after work. The draft budget would start to charge them at exactly the hour at which they arrive.”</p>
<table><thead><tr><th scope="col">Of every hundred fronts</th><th scope="col">Five years ago</th><th scope="col">Now</th></tr></thead><tbody><tr><th scope="row">Open by half past nine</th><td>71</td><td>44</td></tr><tr><th scope="row">Open at seven in the evening</th><td>19</td><td>38</td></tr><tr><th scope="row">Empty</th><td>14</td><td>11</td></tr></tbody></table>
<h2>What the counters show</h2>
<p>The council has six devices that count people walking by. In all, they recorded three per cent fewer than five years ago. Before noon the fall was nineteen per cent. After five there was a rise of fourteen.</p>
<p>None of this comforts the woman who shut her wool shop after thirty years. But a street on which 363 doors still open, most of them after you have had your breakfast, is not a corpse. It is a night owl.</p>""",
        authors=["kofi-brathwell"],
        tags=["small-business", "public-money"],
        people=[person("illing", "expert", "economist")],
        sources=[
            source("own-count", "on_record", "our count of 409 shop fronts", 60),
            source("trade-directory", "on_record", "the city’s trade directory of five years ago", 60),
            source("footfall-count", "on_record", "the council’s figures from its pedestrian counters", 58),
            source("illing", "on_record", "interview with Dr Farouk Illing", 57),
        ],
        lead_picture="tram-autumn",
        days_ago=56.3,
    ),
    story(
        key="warm-tomatoes",
        section="business",
        headline="Hallin glasshouses now run on heat from the sewage works",
        standfirst="Eleven acres of tomatoes are warmed by water that used to go out to sea. The neighbours, who were promised there would be no smell, agree.",
        dateline="Hallin",
        body="""<p>Sewage is warm. It arrives at the works in Hallin at about fourteen degrees, even in January, and until last winter it left for the sea not much colder.</p>
<p>Now some of that warmth goes over the road. A heat pump in a building the size of a tennis court takes it out, raises it to fifty-five degrees, and sends it through 900 metres of pipe to the Hallin glasshouses, where it grows tomatoes.</p>
<p>In their first full season the glasshouses picked 2,100 tonnes and burned no gas for 291 days. They employ seventy-four people, twenty more than before.</p>
<p>The scheme cost £13m, a third of it from a public fund. Dr Farouk Illing of the University of Veremouth, who assessed it for the council, said that without the grant it would take seventeen years to pay for itself. “With gas at the price of three years ago it would have been nine,” he said. “Nobody knows which of the two we’re going to get. That’s an argument for it, actually.”</p>
<p>The works had first offered its heat to a housing estate, which would have needed it in winter only. A glasshouse wants it for most of the year and, being across the road, needs a short pipe. That, the assessment says, is the whole secret, and the reason why few other works in the county could do the same.</p>
<p>And the smell? Under the planning permission the neighbours keep a diary. In twelve months it has four entries. Three were traced to a muck spreader and one, in August, to the tomatoes.</p>""",
        authors=["kofi-brathwell"],
        tags=["farming", "jobs"],
        people=[person("illing", "expert", "assessed the scheme for the council")],
        organizations=[organization("council", "other", "commissioned the assessment", role_text="authority")],
        sources=[
            source("heat-assessment", "on_record", "assessment of the scheme for the council", 72),
            source("illing", "on_record", "interview with Dr Farouk Illing", 71),
            source("own-hallin", "on_record", "our reporter’s visit, and the neighbours’ diary", 71),
        ],
        lead_picture="glass-spring",
        days_ago=70.2,
    ),
    story(
        key="yard-jobs",
        section="business",
        headline="Skelder yard to hire 240 for wind farm foundations",
        standfirst="Ninety of the jobs are for apprentices. All of them depend on a decision that the minister has yet to take.",
        dateline="Skelder",
        body=_YARD.replace("240 people over two years", "420 people over two years"),
        authors=["kofi-brathwell"],
        tags=["jobs", "offshore-wind"],
        people=[
            person("renk", "spokesperson", "managing director of Skarn Wind"),
            person("harkaway", "spokesperson", "spoke for the union"),
        ],
        organizations=[
            organization("skarn", "party", "placed the order"),
            organization("union", "party", "negotiated pay"),
        ],
        sources=[
            source("skarn-statement", "on_record", "statement by Skarn Wind", 146),
            source("renk", "on_record", "interview with Tobias Renk", 146),
            source("harkaway", "on_record", "interview with Denise Harkaway", 146),
        ],
        lead_picture="wind-storm",
        days_ago=145.5,
        editions=[
            {
                "after_hours": 3.2,
                "kind": "correction",
                "public_note": "The first version of this report said in its text that the yard would take on 420 people. The right number is 240, as the headline said.",
                "body": _YARD,
            }
        ],
    ),
    story(
        key="hollin-park-solar",
        section="business",
        headline="Solar company in secret talks to take over Hollin Park",
        standfirst="A letter seen by the Lantern offers the council £9m for a forty-year lease.",
        body="""<p>The council is in secret talks to let Hollin Park to a solar power company, according to a letter seen by the Lantern.</p>
<p>The letter, which appears to bear the signature of a council officer, offers a lease of forty years on sixty acres of the park for £9m.</p>
<p>The council declined to comment on what it called “a document we do not recognise”.</p>""",
        authors=["kofi-brathwell"],
        tags=["city-council", "public-money"],
        organizations=[organization("council", "party", "said that it did not recognise the letter")],
        sources=[
            source("solar-letter", "on_record", "a letter seen by the Lantern, since found to be forged", 129),
            source("council-statement", "on_record", "statement by the city council", 129),
        ],
        lead_picture="fields-solar",
        days_ago=128.3,
        status="retracted",
        retraction_note="We have retracted this report. It rested on a letter that was a forgery: the reference number on it belongs to a different file, and the officer whose signature it bears had left the council before its date. There were no talks, and nobody has offered to lease Hollin Park. We published after the council had told us that it did not recognise the document, and before we had checked the number. We should not have done so. We apologise to the council, to its former officer and to our readers.",
    ),
]
