"""Courts: trials, tribunals and how we know what happened in them."""

from articles.demo.stories.form import asked, organization, person, source, story

_BARGE = """<p>The master of a gravel barge that struck St Edda’s Bridge has been found not guilty of endangering a vessel, after a jury at Veremouth Crown Court took fifty minutes to reach its verdict.</p>
<p>Peter Dunmarsh, 61, of Hallin, had denied the charge, the only one he faced. He was acquitted and left the court without a stain on his character, Judge Everard Toll told him.</p>
<p>The Marigold, loaded with 340 tonnes of gravel, touched the second pier of the bridge on a falling tide and lost part of her wheelhouse. Nobody was hurt. The bridge was shut for two days and the river for five.</p>
<p>Jerome Attwater, prosecuting, had told the jury that Mr Dunmarsh passed the bridge an hour later than was safe. “He was late, he knew that he was late, and he went,” Mr Attwater said in his opening speech.</p>
<p>Catrin Balfrey, defending, said that her client had gone because the port’s tide gauge told him he could. Records read to the court showed that the gauge at Quayside had been reading 38 centimetres too high for nine days. A notice to masters had been drafted but was not sent until the day after the collision.</p>
<p>Two pilots, called by the defence, told the jury that on the gauge’s figures they would have gone as well. One of them had, twenty minutes earlier, in a lighter boat.</p>
<p>“A man who trusts the instrument he is told to trust is not reckless,” Ms Balfrey told the jury. “He is obedient.”</p>
<p>The Port of Veremouth, which was not a party to the case, said that the gauge had been replaced and that notices now went out automatically.</p>"""

_PRYKE = """<p>The man who kept the books of Saltern Inshore Rescue for twenty-two years was convicted yesterday of defrauding the lifeboat charity of £212,400.</p>
<p>A jury at Veremouth Crown Court found Leonard Pryke, 58, of Hallin, guilty on three counts of fraud by abuse of position. It found him not guilty on a fourth, which concerned the sale of an outboard engine. Both decisions were unanimous.</p>
<p>Pryke, who had denied all four counts, will be sentenced next month. Judge Marian Leckwith released him on bail and told him that “a sentence of imprisonment is all but inevitable”.</p>
<p>The court heard that between one annual meeting and the sixth after it Pryke signed 161 cheques on the charity’s account, each for less than £2,000: the sum above which its rules required a second signature. The stubs named a chandler, a sailmaker and a firm that serviced engines. The money went to an account of his own.</p>
<p>Jerome Attwater, prosecuting, said that it was “a fraud of no cleverness whatever, and it did not need any, because everybody liked him”.</p>
<p>Catrin Balfrey, defending, had told the jury that Pryke lent the charity money in bad years and was paying himself back. No record of such loans was produced.</p>
<h2>The fourth count</h2>
<p>On the count of which he was acquitted, Pryke had been accused of selling an outboard engine that belonged to the charity and keeping £3,800. He said that a former chairman, since dead, had given it to him. The jury was told that it must be sure that this was untrue.</p>
<p>The charity’s boats have stayed on station throughout. It said after the verdict that it had not been able to replace the older of the two, as it had planned, and that its accounts were now signed by two people, whatever the sum.</p>
<p>Asked by us for his comment as he left the court, Pryke did not reply. His solicitors said that he was considering an appeal.</p>"""

STORIES = [
    story(
        key="pryke-verdict",
        section="courts",
        headline="Lifeboat charity’s treasurer guilty of three counts of fraud",
        standfirst="Leonard Pryke wrote himself 161 cheques over six years. The jury cleared him of a fourth charge.",
        body=_PRYKE.replace(" His solicitors said that he was considering an appeal.", ""),
        dateline="Veremouth Crown Court",
        authors=["idris-penvarne"],
        tags=["crown-court", "fraud"],
        cases=["pryke"],
        people=[
            person(
                "pryke",
                "defendant",
                "convicted on three counts of fraud by abuse of position; acquitted on a fourth; sentence next month",
            ),
            person("leckwith", "judge", "presided over the trial"),
            person("attwater", "lawyer", "for the prosecution"),
            person("balfrey", "lawyer", "for the defence"),
        ],
        organizations=[organization("rescue", "victim", "the charity that was defrauded")],
        sources=[
            source("pryke-record", "on_record", "the court’s record of the trial and verdicts", 5),
            source("own-court", "on_record", "our reporter’s shorthand notes of the hearings", 5),
            source("rescue-statement", "on_record", "statement by Saltern Inshore Rescue after the verdict", 5),
        ],
        lead_picture="court-dawn",
        days_ago=5.1,
        editions=[
            {
                "after_hours": 20.0,
                "kind": "update",
                "public_note": "Updated to add that Leonard Pryke’s solicitors have said that he is considering an appeal.",
                "body": _PRYKE,
            }
        ],
    ),
    story(
        key="how-the-lifeboat-was-robbed",
        section="courts",
        type_of_work="feature",
        headline="How £212,400 left a lifeboat charity, one small cheque at a time",
        standfirst="For six years nobody at Saltern Inshore Rescue asked to see a bank statement. Then a nineteen-year-old volunteer wanted to buy some rope.",
        body="""<p>The rope cost £86. It was to replace a towline that had been spliced twice, and the chandler on Fish Street would not send it until somebody paid for the last one.</p>
<p>This puzzled the volunteer who had telephoned the order. According to the charity’s own books, which lay open on the table in the boathouse, the last one had been paid for in March. So had a great deal else. By those books Saltern Inshore Rescue was one of the chandler’s best customers. The chandler had not sold it anything for a year and a half.</p>
<p>That conversation, read to a jury in Court Two, was the beginning of the end of a fraud that had gone on for six years. On the evidence that the jury accepted, it took £212,400 from an organisation whose whole income in a good year is £150,000. Leonard Pryke, its treasurer, was convicted on three counts. He was acquitted on a fourth, about the sale of an engine, and nothing in this account concerns that count.</p>
<h2>A useful man</h2>
<p>Pryke, now 58, came to the charity twenty-two years before he was arrested. He did not go out with the boats. He had worked in the office of a building firm, he could add, and at the annual meeting he was the only person who put up his hand.</p>
<p>Witness after witness told the court how useful he was. He drew up the accounts in a weekend. He remembered birthdays. He drove the collection tins round in his own car, and would not take money for petrol.</p>
<p>“You have to understand that we go to sea,” the charity’s former secretary said in evidence. “None of us wanted to do the money. We were so grateful to him that we’d have felt rude to check.”</p>
<aside class="pullquote"><p>“We were so grateful to him that we’d have felt rude to check.”</p></aside>
<p>The rules were not bad rules. Any cheque above £2,000 needed two signatures. The accounts were to be examined each year by somebody independent. A committee of seven was to see a list of payments every quarter.</p>
<p>All of this was done. It was done with figures that Pryke supplied.</p>
<h2>161 cheques</h2>
<p>The largest of the cheques was for £1,990, the smallest for £410. There were 161 of them, and the prosecution had each one copied, numbered and bound in two blue folders that stayed on the jury’s bench for eleven days.</p>
<p>A cheque has two halves. On the stub, which stays in the book, Pryke would write the name of a supplier: a chandler, a sailmaker, a firm that services engines. On the cheque itself he wrote the name of an account that he had opened, called L P Marine. The bank saw one half and the committee the other.</p>
<p>To make the stubs add up, the court heard, he invented invoices. They were plausible and rather dull. The boats were forever having their filters changed. A volunteer mechanic, shown one in the witness box, said that if he had really fitted that many fuel filters he would have had nowhere to sit.</p>
<p>The examiner of the accounts, a retired teacher who did it as a kindness, was given the stubs and the invoices in a ring binder. They agreed with each other perfectly. She was not given the bank statements, and did not ask for them. She told the jury that she thought about this every day. Judge Marian Leckwith interrupted to say that nobody in the room was accusing her of anything.</p>
<h2>The gap</h2>
<p>A charity that loses a quarter of its money each year ought to notice. This one noticed that it was poor. It had always been poor. Pryke told the committee, in a tone of sorrow, that giving was down everywhere.</p>
<p>He proposed economies. The crews bought their own gloves. A plan for a new boat, for which £90,000 had been set aside, was put off, then put off again. In the fifth year the charity held a sponsored row in aid of itself, round Carrack Light and back. It raised £6,212. Four of the cheques were written in the week after it was banked.</p>
<figure data-picture="court-dawn"></figure>
<p>What did he spend it on? The prosecution could account for about half: a caravan, a kitchen, a great many meals. The rest went out of L P Marine in cash. “There is no yacht in this case,” Jerome Attwater told the jury, prosecuting. “It would almost be easier to understand if there were.”</p>
<h2>The rope</h2>
<p>The volunteer was nineteen, had joined that summer, and did not know that one did not check. When the chandler told her that there was an unpaid bill she assumed a mistake at the shop, and went down with the book to sort it out.</p>
<p>The chandler laid his ledger beside it. They went through the stubs together, she told the court, one at a time, and at first he laughed. “Then he stopped laughing and he locked the door of the shop and said, we are going to ring somebody.”</p>
<p>They rang the coxswain, who rang the bank, which at first would not speak to him, since the only person authorised to ask was the treasurer. It took nine days to change the mandate. The statements came by post on the tenth, in a box. The coxswain told the jury that he sat in the boathouse with a ruler and a pencil until it was light.</p>
<p>Pryke was arrested the same week. In interview he said that over the years he had lent the charity money of his own and was taking it back. At the trial his barrister, Catrin Balfrey, put that to the jury with some force: he had been the only one who gave his evenings to it for twenty-two years, she said, and people who give in that way do not always keep receipts. No record of a loan was found. After seven hours the jury did not believe that there had been any.</p>
<h2>Afterwards</h2>
<p>Saltern Inshore Rescue launched 64 times last year. It never missed a call. Nobody who spoke to us thought that anybody had drowned for want of the money, and all of them had plainly asked themselves the question.</p>
<p>The charity has recovered £31,000. The caravan has been sold. It may ask the court to order more when Pryke is sentenced next month; what is left to take is not clear.</p>
<p>Every payment now needs two people, and the bank statements are pinned to the boathouse wall beside the tide table, for anyone who comes in to read. People do. A crew member told us that at first it felt like an insult to whoever did the books.</p>
<p>The person who does the books is now twenty-one. She asked for the wall. “It’s the nicest thing you can do for a treasurer,” she told the court, when Ms Balfrey asked her if she did not think it rather hard. “You never have to be trusted.”</p>
<h3>How we reported this story</h3>
<p>Our reporter attended all eleven days of the trial. Everything said here about the fraud was given in evidence or stated by the prosecution in open court, and concerns the three counts on which the jury convicted. We do not name witnesses who are not public figures. Leonard Pryke was asked for his comment through his solicitors, who said that he was considering an appeal.</p>""",
        authors=["idris-penvarne"],
        tags=["crown-court", "fraud", "on-the-water"],
        cases=["pryke"],
        people=[
            person(
                "pryke",
                "defendant",
                "convicted on three counts of fraud by abuse of position; acquitted on a fourth; considering an appeal",
            ),
            person("leckwith", "judge", "presided over the trial"),
            person("attwater", "lawyer", "for the prosecution"),
            person("balfrey", "lawyer", "for the defence"),
        ],
        organizations=[organization("rescue", "victim", "the charity that was defrauded")],
        sources=[
            source(
                "pryke-record", "on_record", "the court’s record of the trial, with the exhibits shown to the jury", 5
            ),
            source("own-court", "on_record", "our reporter’s shorthand notes of eleven days in court", 5),
            source("rescue-accounts", "on_record", "the charity’s published accounts for seven years", 9),
            source("rescue-statement", "on_record", "statement by Saltern Inshore Rescue", 5),
        ],
        lead_picture="light-dusk",
        pictures=["court-dawn"],
        days_ago=3.9,
    ),
    story(
        key="cawdell-sentence",
        section="courts",
        headline="Man jailed for seven years for two sexual assaults",
        standfirst="Martin Cawdell was convicted on two of four counts. The woman he assaulted, known in court as Ms K, has anonymity for life.",
        body="""<p>A man was sentenced yesterday to seven years in prison for sexually assaulting a woman on two occasions.</p>
<p>Martin Cawdell, 47, was convicted at Veremouth Crown Court last month on two counts. The outcome of each count that the jury considered was this:</p>
<ul><li><strong>Count 1, sexual assault: guilty</strong>, by a unanimous verdict.</li><li><strong>Count 2, sexual assault: no verdict.</strong> The jury could not agree. The prosecution told the court that it would not seek another trial, and the count was left on the file.</li><li><strong>Count 3, assault by penetration: guilty</strong>, by a majority of eleven to one.</li><li><strong>Count 4, making threats: not guilty.</strong></li></ul>
<p>Cawdell had denied all four. He has asked for leave to appeal against his conviction on count 3, the court was told. No date has been set.</p>
<p>The woman is referred to in the court’s record as Ms K. The law gives her anonymity for life, and we publish nothing about her, or about how she and Cawdell came to meet, by which anyone could recognise her.</p>
<p>In a statement read out by Jerome Attwater, prosecuting, Ms K said that the years of waiting for the trial had been “a second thing to get over”. She thanked the jury for listening. “I did not need everyone to believe every word,” the statement said. “I needed it to be taken seriously by people who did not have to.”</p>
<p>Judge Marian Leckwith told Cawdell that he was being sentenced for counts 1 and 3 only. “I put out of my mind entirely the matter on which the jury could not agree and the matter on which it acquitted you,” she said.</p>
<p>She passed a sentence of seven years on count 3, and of two years and six months on count 1, to be served at the same time. Cawdell will be on the register of sex offenders for life, and may never contact Ms K.</p>
<p>Catrin Balfrey, for Cawdell, said in mitigation that he had no previous convictions. She added that he maintained his denial of both offences.</p>
<h3>Why we leave things out</h3>
<p>Readers sometimes ask why a report such as this does not say where something happened, or what somebody did for a living. Details that seem harmless can identify a person to those who half know the story already. We would rather tell you less.</p>""",
        dateline="Veremouth Crown Court",
        authors=["idris-penvarne"],
        tags=["crown-court", "sexual-violence"],
        topics={"sexual_violence": ""},
        people=[
            person(
                "cawdell",
                "defendant",
                "convicted on counts 1 and 3 and sentenced to seven years; no verdict on count 2; acquitted on count 4; seeking leave to appeal on count 3",
            ),
            person("leckwith", "judge", "passed sentence"),
            person("attwater", "lawyer", "for the prosecution"),
            person("balfrey", "lawyer", "for the defence"),
        ],
        sources=[
            source(
                "cawdell-record",
                "on_record",
                "the court’s record of verdicts on each count and its sentencing remarks",
                1,
            ),
            source("own-court", "on_record", "our reporter’s shorthand notes of the sentencing hearing", 1),
        ],
        lead_picture="court-autumn",
        days_ago=1.1,
    ),
    story(
        key="market-rents-charge",
        section="courts",
        headline="Stallholder denies keeping market rents",
        standfirst="Ines Fairweather is charged with theft. She pleaded not guilty, and the trial is set for the autumn.",
        body="""<p>A stallholder in the Corn Market pleaded not guilty on Monday to a charge of theft of stall rents.</p>
<p>Ines Fairweather, 52, is charged with keeping £1,140 that other stallholders had paid to her for the city council between January and March. She denied the charge at a short hearing before Judge Everard Toll.</p>
<p>Catrin Balfrey, for Ms Fairweather, told the court that the money had been handed over each week to a council officer, and that receipts would show it. Jerome Attwater, prosecuting, said that no receipts had been found.</p>
<p>Ms Fairweather was released on bail. The trial is expected to take two days.</p>""",
        dateline="Veremouth Crown Court",
        authors=["idris-penvarne"],
        tags=["crown-court", "public-money"],
        cases=["fairweather"],
        people=[
            person("fairweather", "defendant"),
            person("toll", "judge"),
            person("attwater", "lawyer", "for the prosecution"),
            person("balfrey", "lawyer", "for the defence"),
        ],
        sources=[
            source("court-lists", "on_record", "the court’s list and the charge as read out", 60),
            source("own-court", "on_record", "our reporter’s shorthand notes", 60),
        ],
        lead_picture="court-dawn",
        days_ago=60.2,
    ),
    story(
        key="barge-master-cleared",
        section="courts",
        headline="Barge master cleared over collision with St Edda’s Bridge",
        standfirst="Jury acquits Peter Dunmarsh after hearing that the port’s tide gauge had been wrong for nine days.",
        body=_BARGE.replace(", the only one he faced", "").replace(
            "<p>The Port of Veremouth, which was not a party to the case, said",
            "<p>The Port of Veremouth said",
        ),
        dateline="Veremouth Crown Court",
        authors=["idris-penvarne"],
        tags=["crown-court", "harbour", "on-the-water"],
        people=[
            person("dunmarsh", "defendant", "master of the Marigold; found not guilty of the only charge"),
            person("toll", "judge", "presided over the trial"),
            person("attwater", "lawyer", "for the prosecution"),
            person("balfrey", "lawyer", "for the defence"),
        ],
        organizations=[
            organization(
                "port", "other", "owner of the tide gauge; not a party to the case", role_text="port authority"
            )
        ],
        sources=[
            source("dunmarsh-record", "on_record", "the court’s record of the trial and verdict", 133),
            source("own-court", "on_record", "our reporter’s shorthand notes", 133),
            source("port-statement", "on_record", "statement by the Port of Veremouth", 133),
        ],
        lead_picture="bridge-autumn",
        days_ago=133.2,
        editions=[
            {
                "after_hours": 6.5,
                "kind": "clarification",
                "public_note": "We have added that Peter Dunmarsh faced only one charge, of which he was acquitted, and that the Port of Veremouth was not a party to the case. The first version left both unsaid.",
                "body": _BARGE,
            }
        ],
    ),
    story(
        key="court-waits",
        section="courts",
        type_of_work="analysis",
        headline="Nineteen months from charge to trial: why Veremouth’s court is so slow",
        standfirst="Judges, rooms and money are the usual answers. The court’s own diary points to a fourth: people who do not turn up.",
        body="""<p>A person charged today with an offence that must be tried by a jury at Veremouth Crown Court can expect the trial to begin in nineteen months. Five years ago it was eight.</p>
<p>There are 1,140 cases waiting, and behind every one there are at least two people whose lives have stopped. So it matters what is in the way, and the explanation usually given is only half right.</p>
<h2>It is not, mainly, the number of crimes</h2>
<p>About as many cases arrive each year as ten years ago. What has changed is how long each takes. The typical trial lasted 2.6 days then and lasts 4.3 now. There is more to look at: a case that once turned on two witnesses now comes with the contents of four telephones.</p>
<h2>It is partly rooms</h2>
<p>The court has nine courtrooms. On an average day last month six were sitting. Two were closed for want of judges, and one for want of a ceiling.</p>
<h2>And it is partly the diary</h2>
<p>We went through the published lists for sixty sitting days and noted what became of each trial due to start. Of 212, only 104 began on the day. Another 41 ended that morning with a plea of guilty or with charges being dropped. But 67 were put off, and in those cases the court’s listing notes give a reason:</p>
<ul><li>no barrister for one side or the other: 24</li><li>a witness or defendant absent, often because a prison van was late: 19</li><li>evidence not ready: 15</li><li>no courtroom: 9</li></ul>
<p>Only nine, that is, failed for want of a room. Far more failed because a room, a judge and twelve jurors were ready and somebody else was not. Barristers’ fees for such cases have risen more slowly than prices for two decades, and fewer of them take the work.</p>
<p>“People picture a queue,” said Dr Farouk Illing, an economist at the University of Veremouth who has studied court lists. “It’s more like a dinner for twelve at which one guest is always late. You could build a bigger dining room. It would not help.”</p>
<h2>What might help</h2>
<p>Courts elsewhere that list two trials for each room, expecting that one will fail, have cut their waits by about a third, Dr Illing’s work suggests. The price is paid by witnesses, some of whom come to court for nothing. It is not a small price. But some of them already come three times.</p>""",
        authors=["idris-penvarne"],
        tags=["crown-court", "public-money"],
        people=[person("illing", "expert", "economist; has studied court lists")],
        organizations=[organization("university", "expert", "home of the research")],
        sources=[
            source(
                "court-lists", "on_record", "the court’s published lists and listing notes for sixty sitting days", 30
            ),
            source("court-statistics", "on_record", "quarterly statistics of the crown courts", 29),
            source("illing", "on_record", "interview with Dr Farouk Illing", 29),
        ],
        lead_picture="court-storm",
        days_ago=27.4,
    ),
    story(
        key="crane-tribunal",
        section="courts",
        headline="Crane operator wins tribunal over a shift she would not finish",
        standfirst="Esther Osei-Lund climbed down when the wind passed the limit in the port’s own manual. The port was wrong to dismiss her, a judge has ruled.",
        body="""<p>A crane operator who was dismissed for stopping work in high wind was dismissed unfairly, an employment tribunal has found.</p>
<p>Esther Osei-Lund, who worked for the Port of Veremouth for fourteen years, left her cab at 3.20 one morning when the instrument beside her showed gusts of 74 kilometres an hour. The port’s manual says that work must stop at 72. Her supervisor, reading another instrument at ground level, told her by radio to go on.</p>
<p>In a judgment published yesterday the tribunal says that the manual “does not tell the operator which instrument to believe”, and that in such a case she “was entitled to believe the one that was swaying”.</p>
<p>The port had argued that Ms Osei-Lund was dismissed for leaving the quay without permission. The tribunal did not accept that this was the main reason. It found that a manager’s message, which said that “we can’t have drivers choosing their own weather”, was written before anybody had asked her what happened.</p>
<p>A further claim, that she had been treated worse because she had complained about safety before, was dismissed. The tribunal found no evidence that the manager knew.</p>
<p>Compensation will be decided later. Ms Osei-Lund has asked to be given her job back.</p>
<p>“I liked the job,” she said after the ruling. “You can see the whole coast. I would just like to come down when it says come down.”</p>
<p>The port said that it accepted the judgment, would not appeal, and had fitted all its cranes with a second instrument at the height of the cab. Denise Harkaway of the Harbour Workers’ Union, which paid for the case, said that the second instrument had been “on a list since before some of the drivers were born”.</p>""",
        authors=["kofi-brathwell"],
        tags=["workplace-rights", "harbour", "jobs"],
        people=[
            person(
                "osei-lund",
                "complainant",
                "brought the claim and won on unfair dismissal; a second claim was dismissed",
            ),
            person("harkaway", "spokesperson", "spoke for the union that paid for the case"),
        ],
        organizations=[
            organization("port", "party", "the employer; found to have dismissed her unfairly"),
            organization("union", "party", "paid for the case"),
        ],
        sources=[
            source("tribunal-judgment", "on_record", "the employment tribunal’s published judgment", 60),
            source("osei-lund", "on_record", "interview with Esther Osei-Lund", 60),
            source("port-statement", "on_record", "statement by the Port of Veremouth", 60),
            source("harkaway", "on_record", "interview with Denise Harkaway", 60),
        ],
        lead_picture="quay-storm",
        days_ago=59.6,
    ),
    story(
        key="quarry-fined",
        section="courts",
        headline="Quarry company fined £240,000 for turning the Hallin Brook white",
        standfirst="Hallin Aggregates admitted one offence. The judge said that a pump left off to save money had cost far more than it saved.",
        dateline="Hallin",
        body="""<p>A company that let quarry water into a trout stream, killing almost everything in four kilometres of it, has been fined £240,000 at Veremouth Crown Court.</p>
<p>Hallin Aggregates pleaded guilty to one offence of discharging polluting matter. A second charge, of failing to keep records, was withdrawn by the prosecution. The company must also pay costs of £38,500.</p>
<p>The court heard that water used to wash limestone is meant to stand in a settling pond until it is clear. In a dry month, with the pond low, a pump was switched off at weekends. Then it rained. On a Sunday night the pond ran over, and by the morning the Hallin Brook was white as far as the mill.</p>
<p>Inspectors of the National Rivers and Coast Agency counted 1,160 dead trout and stopped counting. The stream’s insects, a later survey found, had gone too. It has not fully recovered, although mayfly were seen above the mill this year for the first time since.</p>
<p>The alarm was raised by a boy of ten on his way to school, who told his teacher that somebody had spilt the milk. She went to look, and rang the agency from the bridge.</p>
<p>Judge Everard Toll said that the pump had been off to save electricity, and that the saving came to about £210. “It would be hard to devise a worse bargain,” he said. He gave the company credit for its early plea and for £95,000 that it has spent on gravel beds and new planting.</p>
<p>The company told the court that it was sorry. A new pond, twice the size of the old one, is in use.</p>""",
        authors=["sunniva-aldous"],
        tags=["crown-court", "wildlife"],
        people=[person("toll", "judge", "passed sentence")],
        organizations=[
            organization(
                "aggregates", "defendant", "pleaded guilty to one offence and was fined; a second charge was withdrawn"
            ),
            organization("coastal-agency", "complainant", "investigated and brought the case"),
        ],
        sources=[
            source("aggregates-record", "on_record", "the court’s record of plea and sentence", 176),
            source("own-court", "on_record", "our reporter’s notes of the hearing", 176),
            source("brook-survey", "on_record", "the agency’s survey of the Hallin Brook", 175),
        ],
        days_ago=175.5,
    ),
    story(
        key="planning-inquiry",
        section="courts",
        headline="Police look into payments around a planning application",
        standfirst="Officers have taken documents from two addresses. Nobody has been arrested.",
        body="""<p>Detectives are examining payments connected with a planning application decided by the city council three years ago, Saltern Constabulary has confirmed.</p>
<p>Officers took documents and a computer from two addresses, one of them at the council. Nobody has been arrested or questioned under caution.</p>
<p>“We can confirm that inquiries are at an early stage,” the force said. “We will not name or describe anybody who may be of interest, and we ask others not to speculate.”</p>
<p>The council said that it was helping the police and had told its auditors.</p>
<p>The Lantern knows the address of the site but does not publish it, because it would point to people who have not been accused of anything.</p>""",
        authors=["idris-penvarne", "nell-hathersage"],
        tags=["city-council", "fraud"],
        organizations=[
            organization("police", "official", "is making inquiries"),
            organization("council", "party", "is helping the police"),
        ],
        sources=[
            source("police-statement", "on_record", "statement by Saltern Constabulary", 1),
            source("council-statement", "on_record", "statement by the city council", 1),
        ],
        replies=[
            asked(
                "council",
                "Which of the council’s addresses did the police search, and what have you told your auditors?",
            )
        ],
        lead_picture="",
        days_ago=1.0,
        status="legal",
        note="For legal: before charge, nobody is named or pointed to. Please check the last two paragraphs for jigsaw identification, and whether ‘one of them at the council’ already goes too far.",
    ),
]
