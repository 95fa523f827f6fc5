"""Culture: music, books, theatre and old paper."""

from articles.demo.stories.form import organization, person, source, story

_ACHTERBY = """<p>Rosalind Achterby wrote the first page of “The Tide Clerk” on a paper bag, at the table at the back of Tidewater Books, because it was raining and she had sold her laptop.</p>
<p>“I don’t recommend it as a method,” she says. “But you can’t delete a bag.”</p>
<p>The novel, her third, has been on the shortlist for two prizes and in the window of that shop since the spring. It is about a woman who in 1912 is given the job of writing down the height of the water in Veremouth harbour, four times a day, and who one night writes down something that is not true.</p>
<p><strong>Where did she come from?</strong></p>
<p>“There were such clerks. The ledgers are in the harbour office, and I read eleven years of them. They’re the dullest documents in the world, and then on one night in November the handwriting changes in the middle of a number. I never found out why. So I had to write a book.”</p>
<p><strong>Did you not want to know?</strong></p>
<p>“I did, for a year. Then I was afraid that I would.”</p>
<aside class="pullquote"><p>“You can’t delete a bag.”</p></aside>
<p><strong>You worked in the passport office for nineteen years.</strong></p>
<p>“Nineteen, yes, and it was very good training. People think that an office like that is about rules. It’s all about faces. Everyone who comes to the counter is trying to look like themselves.”</p>
<p><strong>The book is full of water, and everybody in it is afraid of it.</strong></p>
<p>“I can’t swim. I’ve lived by the sea for fifty-one years and I have never been in above the knee. I think one should write about the thing one goes round.”</p>
<p><strong>What will you write about next?</strong></p>
<p>“Bread. I’ve been going to the Fish Street Bakery at three in the morning and they let me sit on the flour. I have no plot. I have the smell, and one man who sings.”</p>
<p><strong>And the laptop?</strong></p>
<p>“I could have bought a new one by now. Dorothy Quaile keeps me the bags.”</p>"""

STORIES = [
    story(
        key="sinfonia-opening",
        section="culture",
        type_of_work="review",
        headline="Halden’s Sinfonia makes a new work sound as if it had always been there",
        standfirst="The season opens with a premiere, a stopped clock and the loudest silence in the Chandlers’ Hall for years. Four stars.",
        body="""<p>There is a moment, eleven minutes into the new piece with which the Veremouth Sinfonia opened its season last night, when every player stops and the hall does not. A pipe ticks. Somebody’s coat slides off a chair. You begin to hear the building. Then one horn, very high and not quite steady, comes in on top of it like a light switched on in another room.</p>
<p>I have been going to hear this orchestra for twenty-six years, and I cannot remember a silence so well played.</p>
<p>The piece, “Slack Water”, was commissioned for the hall and lasts twenty-one minutes, a few of them perhaps unneeded: there is a passage for tuned bottles that outstays its charm. But it has a shape that you could draw. It comes in, stands, and goes out, and what it leaves behind on the sand is a tune of eight notes that I caught three separate people humming in the cloakroom.</p>
<p>Yusra Halden, who begins her sixth season, conducts new music as other people conduct the classics, and the classics as though the jokes were funny. She beats time only when somebody needs it. In the symphony after the interval, a well-worn one, she took a slow movement that is generally played as a sunset and played it as a staircase, one careful step after another, so that the arrival at the top, in broad C major, actually felt like a matter of legs and breath.</p>
<p>It did not all come off. The strings are three desks short, and in the scherzo you could count them. The brass, placed for once behind a screen, sounded as if they were in the next town, and enjoying themselves there.</p>
<p>None of it mattered when the horn came in. “We rehearsed the silence more than the notes,” Halden told the audience before she began. It is the sort of thing that conductors say. For once it was simply information.</p>
<p><em>The programme is repeated on Saturday.</em></p>""",
        authors=["marguerite-tansley"],
        tags=["music"],
        people=[person("halden", "other", "conductor of the concert under review", role_text="conductor")],
        organizations=[organization("sinfonia", "other", "the orchestra under review", role_text="performers")],
        sources=[
            source("own-concert", "on_record", "our critic was in the hall", 1),
            source("sinfonia-programme", "on_record", "the printed programme of the concert", 1),
        ],
        lead_picture="hall-lamp",
        days_ago=0.9,
    ),
    story(
        key="achterby-interview",
        section="culture",
        type_of_work="interview",
        headline="Rosalind Achterby: ‘Write about the thing you go round’",
        standfirst="The author of “The Tide Clerk” on ledgers, the passport counter, and a first chapter written on paper bags.",
        body=_ACHTERBY.replace("nineteen years.</strong>", "nine years.</strong>").replace(
            "“Nineteen, yes, and it", "“Yes, and it"
        ),
        authors=["marguerite-tansley"],
        tags=["books", "local-history"],
        people=[
            person("achterby", "other", "novelist; gave the interview", role_text="interviewed"),
            person("quaile", "other", "bookseller; mentioned by the author", role_text="friend"),
        ],
        sources=[
            source(
                "achterby",
                "on_record",
                "interview with Rosalind Achterby at Tidewater Books, recorded with her consent",
                10,
            )
        ],
        lead_picture="shop-autumn",
        days_ago=7.3,
        editions=[
            {
                "after_hours": 23.0,
                "kind": "correction",
                "public_note": "The first version of this interview said in a question that Rosalind Achterby had worked in the passport office for nine years. It was nineteen, and her answer has been restored in full.",
                "body": _ACHTERBY,
            }
        ],
    ),
    story(
        key="the-weighbridge",
        section="culture",
        type_of_work="review",
        headline="‘The Weighbridge’: one chair, two actors and a great deal of sugar beet",
        standfirst="The Sailmakers’ Theatre finds a thriller in a lorry park. Five stars, and bring a cushion.",
        body="""<p>The plot first, since you will not believe it. A woman weighs lorries. They come in full and go out empty, and the difference is what the farmers are paid. One night the numbers do not agree. That is all, for an hour and fifty minutes without an interval, and I have not been so frightened in a theatre since I was eight.</p>
<p>Femi Oduya-Kerr’s production at the Sailmakers’ has one chair. It has two actors, of whom one is on stage throughout and the other is for the first half hour only a voice on an intercom, asking, ever more politely, what the scale says now.</p>
<p>What it does have is light. It comes through the back wall in two white discs, swings across us, stops. A lorry has arrived. You feel the weight of it through the floor, thanks to what the programme calls “four agricultural subwoofers”, and you find that you are trying to guess: forty tonnes? Forty-one?</p>
<p>It is a play about honesty, I suppose. The weigher could put the difference right with a pencil. Nobody would lose much. The company would never know; the company, it becomes clear, would much rather not. Every reason that she is given for leaving it alone is a good one, and the evening’s wicked pleasure is to feel oneself agree with them, one after another, until there is nobody left in the room who minds except the woman in the chair.</p>
<p>Mr Oduya-Kerr has said that he wanted to stage “the sound of somebody doing her job”. He has. When at last she picks up the pencil I heard a grown man behind me say “don’t”.</p>
<p>The seats are still a disgrace.</p>""",
        authors=["marguerite-tansley"],
        tags=["theatre"],
        people=[person("oduya-kerr", "other", "director of the play under review", role_text="director")],
        sources=[
            source("own-theatre", "on_record", "our critic saw the second performance", 25),
            source("oduya-kerr", "on_record", "Femi Oduya-Kerr, in the programme", 25),
        ],
        lead_picture="stage-lamp",
        days_ago=24.1,
    ),
    story(
        key="organ-of-the-chandlers",
        section="culture",
        type_of_work="feature",
        headline="Two thousand nine hundred and fourteen voices: how you mend an organ",
        standfirst="For two years the instrument in the Chandlers’ Hall has lain in pieces in a former bus garage. Its builder talks about it as a vet does about a horse.",
        body="""<p>Hal Brandryth puts a pipe to his lips and blows. It is as long as a pencil and makes a sound like a very small train. He listens, frowns, takes up a tool that looks as though it was made for oysters, and moves something by less than the thickness of a hair.</p>
<p>He blows again. It is the same sound. I say so.</p>
<p>“No,” he says kindly. “That one’s telling the truth.”</p>
<p>It is one of 2,914. They lie around us on trestles, in a garage where the city once kept its number nine buses, from the pencil to a wooden giant thirty-two feet long in which a child could sleep and, Mr Brandryth says, several have. Together they are the organ of the Chandlers’ Hall. Two years ago they were taken down, labelled and carried here. In the spring they go home.</p>
<h2>What was wrong with it</h2>
<p>Everyone in the city knows the organ, because for most of a century it was the largest thing in the largest room that they were ever likely to sit in. It was paid for by the chandlers, who sold rope and lamps to ships. It was finished in 1903, it survived a bomb that came through the roof and stopped, unexploded, in the fourth row of the stalls, and it was last put in order in 1961.</p>
<p>By the time it was switched off, some 400 of its pipes no longer spoke. The bellows were patched with sailcloth and in one place with a football. An organist who played it in its last season compared it, in a letter to this newspaper, to conversing with an elderly uncle: magnificent on some subjects, silent on others, and given to sudden shouts.</p>
<p>The hall is owned by the city, which had no money for it. What it had was a bequest, from a retired tram inspector, of £60,000 “for the organ, or else for cats”. There was some discussion. The cats’ home, to its lasting honour, wrote to say that it would not contest the organ.</p>
<p>From that came an appeal, and from the appeal £1.4m in sums of between fifty pence and a quarter of a million. Anyone could adopt a pipe. A class at Netherby school adopted the smallest, on the grounds that nobody else would be able to see it.</p>
<figure data-picture="hall-lamp"></figure>
<h2>Wind, wood and leather</h2>
<p>An organ, Mr Brandryth says, is a box of air with a great many lids. All the rest is a way to open them.</p>
<p>The air is made by a blower in the cellar and kept at a steady pressure by bellows the size of a double bed, with weights on top. For a hundred years these have been cast-iron weights, each with its number, and among them, when the bellows were opened, was a flat iron. It had plainly been put there by somebody in a hurry, and it weighed exactly what was needed. It has gone back.</p>
<p>The lids are valves, faced with sheepskin. There are about 4,000, and each has been stripped and covered again by Mr Brandryth’s three colleagues, one of whom used to upholster yachts. They have used eighty-one sheepskins and eleven litres of glue. The glue is made from hides, heated in a double pan, and smells of it.</p>
<p>“People ask why not something modern,” he says. “Because the next person has to be able to get it off. You do this sort of work for somebody who isn’t born. You’d like them not to swear at you.”</p>
<aside class="pullquote"><p>“You do this sort of work for somebody who isn’t born. You’d like them not to swear at you.”</p></aside>
<p>He is sixty-three. He began at sixteen, sweeping a workshop that no longer exists, for a man who had himself as a boy swept the one that built this organ. He has found that man’s initials inside it twice, in pencil, and next to the second pair a date and the word “cold”.</p>
<h2>The argument</h2>
<p>There was one real quarrel, and it was about sound. In 1961 the organ had been made brighter, as was the fashion. Some of the low, fat, chocolate-coloured pipes of 1903 were melted down, and thinner ones put in their place. Should these now come out?</p>
<p>A committee met for five months. There were those who wanted the organ of 1903, or as close to it as could be guessed. There were those who had learned to love the organ of 1961, had been married to it, and saw no reason to prefer the taste of their great-grandparents. Letters were written. Somebody walked out, and left his umbrella, and had to come back.</p>
<p>It was settled by Yusra Halden, the conductor of the Veremouth Sinfonia, who was not on the committee but whose orchestra would have to play in front of the thing. She asked to hear both. Mr Brandryth built a rack with twelve old pipes, borrowed from a church, and twelve new ones, and played her the same hymn on each.</p>
<p>“I said that the old ones sounded like the hall, and the new ones like a very good recording of a different hall,” she recalls. “Then I asked if we couldn’t have both, and he said nothing for about a minute, and then he said, how much room is there behind the stage?”</p>
<p>There turned out to be eight feet. The pipes of 1961 will have a chamber of their own there, and can be switched on or off. It has cost £90,000 more, and the umbrella’s owner gave the first five.</p>
<h2>Going home</h2>
<p>To take an organ apart you need patience. To put it together, says Mr Brandryth, you need to have been patient at the time. Every piece has a brass tag, and every tag a line in a ledger. In two years they have lost one screw.</p>
<p>From March the pipes will go back up through the floor of the stage on a hoist, largest first. Then for eleven weeks nobody else may use the hall, because the tuning has to be done in silence. Someone sits at the keys and holds down one note. Someone else stands among the pipes and listens. Then the next. There are, as I said, 2,914.</p>
<p>It is the part he likes best. “You hear the room wake up,” he says. “You start at eight and it’s just a noise, and about four in the afternoon the room starts to join in. You can’t say when. It’s like when you’re talking to a stranger on a train, and you realise that they’ve been from the same town all along.”</p>
<p>I ask what he will do on the opening night. He will be inside, he says: there is a small door next to the pedal pipes, and a stool. Someone ought to be there in case of a cipher, which is when a pipe sounds and will not stop.</p>
<p>Does that happen?</p>
<p>“Never when you’re sitting there,” says Mr Brandryth. He puts the pencil-sized pipe to his lips again, listens to it telling the truth, and lays it back on its trestle, in its place, between two others that to anyone else would look the same.</p>
<h3>How we reported this story</h3>
<p>Our critic visited the workshop six times, and read the hall’s files and the letters of the appeal committee, with its leave.</p>""",
        authors=["marguerite-tansley"],
        tags=["music", "local-history"],
        people=[
            person("brandryth", "expert", "organ builder; is restoring the instrument"),
            person("halden", "expert", "conductor; advised on its sound"),
        ],
        organizations=[
            organization("sinfonia", "other", "plays in the hall", role_text="resident orchestra"),
            organization("school", "other", "one of its classes adopted a pipe", role_text="donor"),
        ],
        sources=[
            source("own-organ", "on_record", "our critic’s six visits to the workshop", 48),
            source("brandryth", "on_record", "interviews with Hal Brandryth", 48),
            source("halden", "on_record", "interview with Yusra Halden", 50),
            source("organ-files", "on_record", "files of the Chandlers’ Hall and of the appeal committee", 52),
        ],
        lead_picture="hall-organ",
        pictures=["hall-lamp"],
        days_ago=46.2,
    ),
    story(
        key="harbour-letters",
        section="culture",
        headline="Sailors’ letters that were never delivered turn up under the harbour office",
        standfirst="A chest lifted out for a new boiler held 613 sealed letters from the 1790s. Historians have opened four.",
        body="""<p>Workmen fitting a boiler in the cellar of the harbour office have found a chest that holds 613 letters, nearly all of them still sealed, written to and by sailors more than two centuries ago.</p>
<p>The most recent is dated 1797. They seem to have been waiting for ships that did not call. In those days a letter was kept by the harbourmaster until its vessel came in, and paid for by whoever received it. These were neither collected nor paid for.</p>
<p>“It is a post office with the shutters down,” said Owen Tredale, the chief executive of the council, which owns the building and was shown the chest last week. “I have asked that nobody gets clever with a paperknife.”</p>
<p>Conservators at the University of Veremouth have opened four, in which the wax had already gone. One is a bill. One is from a mother in Hallin who reports that the roof is mended, that the dog is dead, and that a Mr Lowen has asked after her son “more often than a butcher needs to”. One consists of a drawing of a bridge. The fourth asks a man to come home, and does not say why.</p>
<p>The other letters will be photographed with X-rays before anything is touched, so that many can be read while still folded. It may take three years.</p>
<p>Some of the names on the covers can be matched with muster rolls. Of forty-seven looked up so far, nineteen had died before their letter was written.</p>
<p>The four open letters are on show in the Central Library until the end of the month. On the first day people queued down the stairs, and were very quiet.</p>""",
        authors=["marguerite-tansley"],
        tags=["local-history", "harbour", "books"],
        people=[person("tredale", "official", "chief executive of the council, which owns the building")],
        organizations=[
            organization("university", "expert", "is conserving the letters"),
            organization("council", "party", "owns the chest"),
        ],
        sources=[
            source("city-archive", "on_record", "the four opened letters and the archive’s list", 126),
            source("tredale", "on_record", "interview with the council’s chief executive", 126),
            source("university-release", "on_record", "the university’s account of the find", 127),
        ],
        lead_picture="archive-dusk",
        days_ago=125.4,
    ),
    story(
        key="quay-festival",
        section="culture",
        headline="Quay Festival to put an orchestra on a barge and a poet on the number nine",
        standfirst="Ten days, ninety events, and for the first time no ticket above £20. Here is what to book now.",
        body="""<p>The Veremouth Sinfonia will play on a gravel barge, moored off Old Quay at dusk and lit from the cranes, to open this year’s Quay Festival.</p>
<p>The programme, announced yesterday, has ninety events in ten days. Fifty-eight of them are free, and no ticket costs more than £20. Last year the dearest was £48.</p>
<p>“We looked at who was coming and it was a very nice sort of person,” said Femi Oduya-Kerr, who directs the festival this year beside his work at the Sailmakers’ Theatre. “I like nice people. But there were 200,000 others.”</p>
<h2>What to look out for</h2>
<ul><li><strong>Opening night.</strong> The Sinfonia and Yusra Halden, on the barge. Free, from either bank. Bring a blanket.</li><li><strong>Upper deck.</strong> A poet in residence on the number nine bus, from end to end, for the price of the fare.</li><li><strong>The long table.</strong> Dinner for 800 down the length of Fish Street. Bread by the bakery, herring by the fleet.</li><li><strong>Rosalind Achterby</strong> reads from “The Tide Clerk” in the harbour office, at high water, whenever that is.</li><li><strong>Lost rooms.</strong> Seven buildings that are never open will be, for an afternoon each.</li></ul>
<p>Three quarters of the performers live within twenty miles, up from about half. Of the visitors from further away, the one who will need most room is a company of stilt walkers, whose contract specifies the height of the doors.</p>
<p>The council’s grant is unchanged, at £210,000. The lower prices are paid for by the port and by an appeal. If it rains on the opening night, said Mr Oduya-Kerr, the orchestra would play under the crane. “They’re for lifting things,” he said.</p>""",
        authors=["marguerite-tansley"],
        tags=["music", "theatre", "books", "harbour"],
        people=[
            person("oduya-kerr", "spokesperson", "directs the festival"),
            person("halden", "other", "conducts the opening concert", role_text="performer"),
            person("achterby", "other", "reads at the festival", role_text="performer"),
        ],
        organizations=[organization("sinfonia", "other", "plays at the opening", role_text="performers")],
        sources=[
            source("festival-programme", "on_record", "the festival’s programme", 186),
            source("oduya-kerr", "on_record", "interview with Femi Oduya-Kerr", 186),
        ],
        lead_picture="market-dusk",
        days_ago=185.3,
    ),
    story(
        key="statue-of-nobody",
        section="culture",
        type_of_work="opinion",
        headline="Leave the plinth empty. It is the best statue we have",
        standfirst="The council wants to know whom to put on the stone in Sailcloth Square. I have grown fond of the present occupant.",
        body="""<p>There is a plinth in Sailcloth Square with nobody on it. It was made for an admiral, the money ran out at the knees, and the knees were later melted down for a war. For a hundred and ten years it has held pigeons, a traffic cone, on one happy night a goalkeeper, and otherwise air.</p>
<p>The council is asking us to say who ought to stand there. There is a form. I have read some of the answers that are pinned up in the library: a poet, a nurse, the inventor of a kind of winch. A dog. All of them deserving, the dog particularly.</p>
<p>And I thought, as I always do on my way to the fish, how good it looks.</p>
<p>Consider what we use it for. It is where you meet. “By the plinth” has been said by more people in love than anything ever written by a poet. Children climb it, because there is somewhere to get to. Every speaker who ever had something to say to this city got up there to say it, and then got down again, which is the important part. The women of the net lofts struck from it in 1911. I was once proposed to beside it, by a man on his knees, who therefore completed the original design.</p>
<p>Put up a bronze and all that stops. You do not climb on a nurse. You would not lean your bicycle against a poet, or not while anybody was looking. Statues are wonderful for about a week. After that they are a way of not having to think about someone any more.</p>
<p>We shall disagree, besides. We shall spend four years on it, and £180,000, and end with somebody whom nobody minds.</p>
<p>So I have sent back my form. Under “proposed subject” I have written: <em>vacancy</em>. Under “reason” I have written that a city ought to keep one place free, at a good height, in the middle, in case someone comes along.</p>""",
        authors=["bridie-carrow"],
        tags=["local-history", "city-council"],
        organizations=[organization("council", "other", "is asking residents whom to honour", role_text="authority")],
        sources=[
            source("plinth-consultation", "on_record", "the council’s consultation on the plinth", 60),
            source("own-carrow", "on_record", "the columnist’s own observation", 59),
        ],
        days_ago=58.3,
    ),
    story(
        key="tidewater-expands",
        section="culture",
        headline="Tidewater Books to knock through into the shop next door",
        standfirst="After thirty-one years in one room the bookseller has bought a second. It will have chairs.",
        body="""<p>Tidewater Books, the shop on Fish Street that has been too small since the week it opened, has bought the building next door and will double in size.</p>
<p>Dorothy Quaile, who has owned the shop for thirty-one years, signed the papers this week. The wall between the two is to come down in the new year.</p>
<p>“I have spent three decades saying excuse me,” Ms Quaile said. “I should like to find out what it is like to walk past somebody.”</p>
<p>The new room will hold about 9,000 books, a long table, and a stage two paces wide for readings. It will also have six chairs. She is aware of what that may do to sales. “They’ll sit down, and read the whole thing, and put it back,” she said. “And then they will come in on Saturday and buy it for their sister. I’ve watched them do it standing up.”</p>
<p>The purchase has been paid for partly by 340 customers, who lent sums of between £50 and £2,000 against five years’ worth of book tokens.</p>
<p>The cat will keep the old window.</p>""",
        authors=["marguerite-tansley"],
        tags=["books", "small-business"],
        people=[person("quaile", "other", "owner of the shop", role_text="bookseller")],
        sources=[source("quaile", "on_record", "interview with Dorothy Quaile", 1)],
        lead_picture="shop-night",
        days_ago=0.2,
        status="scheduled",
        publish_in_hours=14.0,
    ),
    story(
        key="gallery-director",
        section="culture",
        headline="City gallery appoints a director from inside",
        standfirst="The keeper of prints has run the building in all but name for a year. Now she has the name.",
        body="""<p>The city gallery has given its top job to the person who has been doing it.</p>
<p>The keeper of prints, TK, has been acting director since last summer. She was chosen from a field of thirty-eight.</p>
<p>“I already know which of the windows leak,” she told staff, according to two people who were there.</p>
<p>The gallery had 211,000 visitors last year, TK per cent more than the year before. The council cut its grant by a tenth in the same period.</p>""",
        authors=["marguerite-tansley"],
        tags=["city-council", "local-history"],
        organizations=[organization("council", "party", "funds the gallery")],
        sources=[
            source("gallery-release", "on_record", "statement by the gallery", 1),
            source("gallery-staff", "", "", 1),
        ],
        days_ago=0.6,
        status="in_review",
        note="Name under embargo until the gallery’s board has met. Terms for the two members of staff are still to be agreed: on the record, or paraphrase.",
    ),
]
