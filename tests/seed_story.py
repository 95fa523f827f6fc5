"""A story as it is often pasted, everything wrong with it, about invented people; and the same story, properly done."""

import uuid
from datetime import date, timedelta

from django.utils import timezone

from articles import actions
from articles.jurisdictions.words import Stage
from articles.models import Case, Helpline, Person, Source, Story, StoryPerson, StorySource, StoryTopic, Terms

HEADLINE = "Marlow Fenn and Tilda Crane Face Backlash for Supporting Convicted Rapist Corwin Hale"
PARAGRAPHS = (
    "Marlow Fenn and Tilda Crane are facing intense backlash after they sent letters of support to a judge following the"
    " rape conviction of their former colleague, Corwin Hale. Hale was found guilty of raping two women and was sentenced"
    " to 30 years in prison. The couple’s apology video was met with criticism from one of the victims, identified as"
    " Jane Doe number one, who called it “deeply insulting and hurtful.”",
    "It is crucial to listen to the voices of the survivors. However, the letters of Fenn and Crane appear to undermine"
    " their previous support, leading to accusations of hypocrisy. This case raises concerns about complicity.",
)
ASKED = {
    "No source is given for anything in this story.",
    "This is said against somebody named, and no claim shows what it rests on.",
    "Words of guilt about somebody for whom no court’s decision is recorded: link it, or reword.",
    "Somebody who is not named is quoted, and no source says from where.",
    "A judgement on what somebody meant or is like, and nobody who makes it.",
    "The paper’s own opinion in a news report: somebody says this, or it goes.",
    "Somebody is accused here and has not been asked about it: whom did you ask, or why not?",
    "It speaks of what can hurt to read, and carries no content note.",
    "It shows readers no helpline for this.",
}

PROPER_HEADLINE = "Actors apologise for their letters to the court of Corwin Hale"
STANDFIRST = "A jury found Hale guilty on two counts. The woman whom the court calls Jane Doe 1 rejects the apology."
FOUND_GUILTY = (
    "Corwin Hale was found guilty on two counts of rape on 31 May and sentenced to 30 years in prison on 7 September."
)
LETTERS = "Before the sentence Marlow Fenn and Tilda Crane had written to the judge on his behalf; the court has published both."
QUOTED = "The woman whom the court calls Jane Doe 1 called their filmed apology “deeply insulting and hurtful”."
PLAIN = "The jury could not agree on a third count. Fenn and Crane had spoken for groups that help survivors."


def properly_done(reporter, editor, section):
    """The same facts with their sources, claims, case, answers, content note and help: a saved draft."""
    story = actions.start(
        by=reporter, headline=PROPER_HEADLINE, standfirst=STANDFIRST, section=section, type_of_work="news"
    )
    people = {name: Person.objects.create(name=name) for name in ("Corwin Hale", "Marlow Fenn", "Tilda Crane")}
    for person, role in zip(people.values(), ("defendant", "letter_writer", "letter_writer"), strict=True):
        StoryPerson.objects.create(story=story, person=person, role=role)
    record, statement = (
        _source("Judgment and sentencing record 7/26"),
        _source("Statement of Jane Doe 1, read in court"),
    )
    for source in (record, statement):
        StorySource.objects.create(story=story, source=source, terms=Terms.ON_RECORD)
    _case(story, people["Corwin Hale"], record, reporter)
    keys = [str(uuid.uuid4()) for _ in range(3)]
    bound = [
        f'<span data-claim="{key}">{words}</span>'
        for key, words in zip(keys, (FOUND_GUILTY, LETTERS, QUOTED), strict=True)
    ]
    facts = (
        {"kind": "allegation", "severity": "serious", "person": people["Corwin Hale"]},
        {"kind": "fact"},
        {"kind": "quotation", "speaker_text": "Jane Doe 1", "checked_how": "Read against the court’s transcript"},
    )
    with actions.edit(story, by=reporter, version=story.version) as editing:
        editing.story.body = "".join(f"<p>{words}</p>" for words in (bound[0], bound[1], bound[2], PLAIN))
        editing.claims = dict(zip(keys, facts, strict=True))
        actions.choose_topics(editing.story, [StoryTopic(topic="sexual_violence")], by=reporter)
    for key, source in zip(keys, (record, record, statement), strict=True):
        actions.support(story.claims.get(key=key), source, by=reporter, is_primary=True)
    actions.judge(list(story.claims.all()), by=editor, result="supported")
    _asked(story, people, reporter)
    return Story.objects.get(pk=story.pk)


def _source(description):
    return Source.objects.create(kind="court_record", public_description=description, url="https://court.example.org/7")


def _case(story, person, record, by):
    """Two counts ended in a sentence that was upheld, a third with a jury that could not agree."""
    case = Case.objects.create(name="Hale", court="Veremouth Crown Court", active_to=date(2026, 9, 30))
    story.story_cases.create(case=case)
    for status in (Stage.UPHELD, Stage.UPHELD, Stage.HUNG_JURY):
        actions.accuse(case, person, by=by, offence="rape", status=status, on=date(2026, 5, 31), citation=record)


def _asked(story, people, by):
    now = timezone.now()
    for name in ("Marlow Fenn", "Tilda Crane"):
        sent = now - timedelta(days=3)
        request = actions.ask(
            story, people[name], by=by, text="What do you say to the statement of Jane Doe 1?", channel="email",
            sent_at=sent, deadline=sent + timedelta(days=2),
        )  # fmt: skip
        actions.record_reply(request, by=by, outcome="declined")


def helpline(by):
    """One that fits everywhere and was tried today; a number reserved for fiction."""
    kept = Helpline(name="Veremouth Listening Line", number="020 7946 0123", topics=["sexual_violence"])
    actions.keep_helpline(kept, by=by)
    return actions.tried(kept, by=by)
