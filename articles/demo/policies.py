"""What the demo newsroom says of itself. Invented like everything in it."""

# Texts, a paragraph a line.
# fmt: off

POLICIES = {
    "ethics": """
<p>The Lantern has one rule from which the others follow: we print what we know, we say how we know it, and we leave out what we do not.</p>
<h2>Before we print</h2>
<ul>
<li>Whoever is accused of something is asked first, by name, with enough time to answer on a working day. If they say nothing, we say that they were asked.</li>
<li>A reporter who heard something from one person has heard it from one person. We look for the document.</li>
<li>No story goes out that only one of us has read.</li>
</ul>
<h2>People in trouble</h2>
<p>We do not knock twice on a door after a death. We do not name a child because a stranger already has. What happened to somebody who was assaulted is theirs to tell, and we keep their name out of it unless they ask us, in writing, to put it in.</p>
<h2>Our own interests</h2>
<p>Reporters do not write about a company in which they own shares, a club whose committee they sit on, or anybody they have been married to. We pay for our own meals, tickets and ferry crossings. A lunch that could not be refused without rudeness is written in the book by the front desk, which any reader may look at.</p>
""",
    "corrections": """
<p>We get things wrong about twice a week, to judge by last year. When we do, the story is mended and says so, on the same page and with the date.</p>
<ul>
<li><strong>A correction</strong> tells what was wrong and what is right. Where the mistake was in a name, a headline, a quotation or the state of a court case, it stands above the text.</li>
<li><strong>An update</strong> adds what happened since. The time of the last one stands below the headline.</li>
<li><strong>A retraction</strong> takes a story back altogether. Its address stays, with the reason.</li>
</ul>
<p>A spelling mistake is put right without ceremony. A second editor looks at each such change, because that is how bigger ones would slip through.</p>
<p>Every correction is also on <a href="/corrections/">one page, the newest first</a>. If you have found something, <a href="/about/contact/">write to us</a>, or use <a href="/report/">the form</a>: the news editor answers within two working days, also when we think that we were right.</p>
""",
    "unnamed_sources": """
<p>A name lets you judge for yourself how much somebody can know. We leave it out only if the person would be harmed by it and the matter is worth that; being shy of the boss is not enough.</p>
<ul>
<li>We tell you how they know: “a bookkeeper who entered both bills”, never “a source close to the matter”.</li>
<li>We tell you why the name is missing.</li>
<li>An editor who did not write the story knows who it is, and has agreed.</li>
<li>Nobody may attack another person’s character from behind our curtain. An unnamed source may give us facts, not insults.</li>
</ul>
<p>What a person told us off the record stays there. A promise made by one reporter binds the whole paper, including whoever edits it in ten years.</p>
""",
    "ownership": """
<p>The Veremouth Lantern belongs to the Lantern Readers’ Society, a co-operative of 6,140 members who hold one share and one vote each. No member may hold more. The Society bought the paper from the Quayside Printing Company in 1987 and lists its members’ committee in its yearly report.</p>
<h2>Where the money comes from</h2>
<p>In the last full year, 71 in a hundred pounds came from subscriptions and sales at the counter, 22 from advertisements, 5 from the hire of our meeting room, and 2 from a bequest of the late harbour master Osgood Thrale for reporting on the sea. Whoever advertises with us learns what we write when everybody else does.</p>
<h2>Who decides</h2>
<p>The committee appoints the editor for five years and cannot dismiss her over what has been printed. It does not see stories beforehand.</p>
""",
    "masthead": """
<p>Edda Rowntree, editor, answers for everything that the Lantern publishes.</p>
<h2>Editors</h2>
<ul>
<li>Edda Rowntree, editor</li>
<li>Caspar Dunmore, news editor</li>
<li>Petra Voss, picture editor</li>
<li>Sunniva Aldous, environment editor</li>
<li>Kofi Brathwell, business editor</li>
</ul>
<h2>Reporters and critics</h2>
<p>Nell Hathersage, city; Idris Penvarne, courts; Anwen Sadiq, health and schools; Marguerite Tansley, chief critic; Devan Kalloor, sport; Bridie Carrow, columnist.</p>
<h2>Production and law</h2>
<p>Pascoe Bryant, publisher; Lorne Whitacre, legal adviser; Ansel Trewin, systems.</p>
""",
    "contact": """
<p>The newsroom is on the first floor of the Old Net Loft, Fish Street, Veremouth. The door is open from nine to half past five on weekdays; there is a bell for everybody who cannot manage the stairs.</p>
<ul>
<li>News: <a href="mailto:news@example.org">news@example.org</a></li>
<li>Corrections and complaints: <a href="mailto:corrections@example.org">corrections@example.org</a></li>
<li>Subscriptions: <a href="mailto:readers@example.org">readers@example.org</a></li>
</ul>
<h2>If you have a complaint</h2>
<p>Caspar Dunmore, the news editor, reads each one and answers within two working days. If the answer does not satisfy you, write to the members’ committee of the Readers’ Society at the same address. It decides within six weeks, and we print what it decides.</p>
""",
    "mission": """
<p>The Lantern covers Veremouth and the Saltern Coast from Carrack Light to the Ormsey ferry: the council, the courts, the port, the sea, and what people do in the evening. What happens elsewhere we report when it happens to somebody here.</p>
""",
}
