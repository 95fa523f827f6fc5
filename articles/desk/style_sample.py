"""A story that nobody wrote, with one of everything: what the style page shows."""

from django.utils import timezone

from articles.models import Article, Section
from articles.workflow import Kind

BODY = """<p>A paragraph is set in the serif, some sixty-five letters wide, and begins without an indent. It may hold
<strong>bold</strong>, <em>italics</em>, a <a href="/">link</a> and H<sub>2</sub>O. The ring after a statement opens how we know it.</p>
<aside class="note"><p>A footnote stands beside the text where there is room, and under its paragraph where there is none.</p></aside>
<h2>What is a heading for?</h2>
<p>It says what follows. In an explainer it is the reader’s question, and all questions stand in a list at the start.</p>
<aside class="pullquote"><p>“A pull quote repeats words of the text, for those who leaf through.”</p><p>Somebody who said it</p></aside>
<blockquote><p>A longer quotation keeps to the column, with a rule in the section’s colour at its side.</p></blockquote>
<h3>A smaller heading</h3>
<ul><li>A list of points,</li><li>each as short as it can be.</li></ul>
<ol><li>A list of steps,</li><li>in their order.</li></ol>
<h2>What do tables do?</h2>
<table><thead><tr><th scope="col">Ward</th><th scope="col">Turnout, 2022</th><th scope="col">Turnout, 2026</th></tr></thead>
<tbody><tr><th scope="row">Netherby</th><td>41.2</td><td>44.0</td></tr><tr><th scope="row">Quayside</th><td>38.9</td><td>39.5</td></tr></tbody></table>
<h2>What of other houses?</h2>
<p><a href="https://vimeo.com/76979871" rel="noopener">A film of another house waits for a click</a></p>
<hr><p>A short rule parts what belongs apart.</p>"""  # noqa: E501  (a text, not code)
RESTS_ON = {"sources": [0, 1], "is_checked": True}
STATEMENT = "opens how we know it"


def sample():
    """Unsaved, and never on a readers' page."""
    now = timezone.now()
    end = BODY.index(STATEMENT) + len(STATEMENT)
    return Article(
        story_number=0,
        edition_number=1,
        kind=Kind.FIRST,
        path="/",
        section=Section(pk=1, name="Section", slug="section"),
        type_of_work="explainer",
        headline="A headline says what happened, in as few words as it needs",
        standfirst="The standfirst says why it matters, and to whom. One sentence, two at most.",
        dateline="Place",
        body=BODY,
        bylines=[_line("A writer", "author", ""), _line("Another writer", "author", "")],
        sources=[_source("minutes of the meeting", "Document"), _source("interview with the harbour master", "Person")],
        claims=[
            {"number": 1, "end": end, "after": STATEMENT[-5:], "kind": "fact", "words": STATEMENT} | RESTS_ON
        ],
        advisories=[{"topic": "violence", "label": "", "note": "A note before what can hurt.", "help_first": False}],
        versions=[{"number": 1, "kind": "first", "label": "First published", "at": now.isoformat()}],
        first_published_at=now,
        published_at=now,
        updated_at=now,
    )  # fmt: skip


def notices():
    """One of each kind that readers are told of."""
    now = timezone.now().isoformat()
    said = {
        Kind.CORRECTION: "The first version of this story gave the wrong day. It was Monday.",
        Kind.CLARIFICATION: "We have made clear that the vote was on the first reading only.",
        Kind.EDITORS_NOTE: "Since this story was published the committee has met again.",
    }
    return [
        {"kind": str(kind), "label": str(kind.label), "note": note, "at": now, "number": number}
        for number, (kind, note) in enumerate(said.items(), 1)
    ]


def _line(name, role, slug):
    return {"name": name, "slug": slug, "role": role, "role_label": "", "job_title": "", "portrait": None}


def _source(text, kind):
    return {"text": text, "kind": kind.lower(), "kind_label": kind, "url": "", "archived_url": "", "published_on": None,
            "accessed_on": None, "anonymity": ""}  # fmt: skip
