"""A long investigation about invented people: what the gate is measured on. Made inside a transaction, never kept."""

import itertools
import uuid

from accounts import roles
from accounts.models import User
from articles import actions
from articles.models import (
    Author,
    Organization,
    Person,
    Section,
    Source,
    Story,
    StoryOrganization,
    StoryPerson,
    StorySource,
    Terms,
    Writer,
)

WORDS, CLAIMS, SOURCES, PEOPLE = 3000, 40, 30, 20
FIRST = "Ada Boris Clara Darko Edda Femke Goran Hilde Idris Jonna".split()
LAST = "Lamb Quist Moss Harrow Sorrel Teasel Dill Venn Crane Fenn".split()
ALLEGED = "{name} is accused of theft from the harbour fund, prosecutors said, and denies it."
SPOKEN = "“We never meant to stay on the quay for so long,” said {name}."
COUNTED = "The wall cost {count} million crowns more than {name} had told the council in May."
PLAIN = (
    "The council met late on Tuesday in the hall above the fish market and heard eleven people.",
    "Rain fell through most of the winter, and the lower quay was closed to carts and to walkers.",
    "Work on the northern stretch begins in May, once the ledger for the year has been closed.",
    "The committee asked for the minutes of every meeting since the wall was first surveyed.",
    "{name} came to the hearing with two boxes of letters and left without a word to the gallery.",
    "According to the minutes, {name} voted for the first plan and against the second.",
)


def crowded_story():
    """A saved draft of 3,000 words with 40 claims, 30 sources and 20 people, as edited in one go by an invented reporter."""
    reporter = _user("bench-reporter", roles.REPORTER)
    author = Author.objects.create(name="Nell Bench", slug=f"bench-{uuid.uuid4().hex[:8]}")
    Writer.objects.create(user=reporter, author=author)
    section = Section.objects.create(name="Bench", slug=f"bench-{uuid.uuid4().hex[:8]}")
    story = actions.start(
        by=reporter,
        headline="Where 4 million crowns for the harbour wall went",
        standfirst="Twenty people, thirty documents and one ledger.",
        section=section,
        type_of_work="news",
    )
    people = [Person.objects.create(name=f"{first} {last}") for first, last in _names()]
    sources = [_source(number) for number in range(SOURCES)]
    StoryPerson.objects.bulk_create(
        StoryPerson(story=story, person=person, role="official", position=place) for place, person in enumerate(people)
    )
    trust = Organization.objects.create(name="Harbour Trust")
    StoryOrganization.objects.create(story=story, organization=trust, role="party")
    StorySource.objects.bulk_create(
        StorySource(story=story, source=source, terms=Terms.ON_RECORD, position=place)
        for place, source in enumerate(sources)
    )
    body, details = _text(people)
    with actions.edit(story, by=reporter, version=story.version) as editing:
        editing.story.body = body
        editing.claims = details
    for number, claim in enumerate(story.claims.order_by("position")):
        for source in (sources[number % SOURCES], sources[(number + 7) % SOURCES]):
            actions.support(claim, source, by=reporter)
    return Story.objects.get(pk=story.pk)


def _user(name, role):
    user = User.objects.create(username=f"{name}-{uuid.uuid4().hex[:8]}", is_staff=True)
    user.groups.add(roles.role(role))
    return user


def _names():
    pairs = [(first, last) for last in LAST for first in FIRST]
    return pairs[:: len(pairs) // PEOPLE][:PEOPLE]


def _source(number):
    return Source.objects.create(
        public_description=f"Ledger of the harbour office, volume {number + 1}", kind="document"
    )


def _text(people):
    """(HTML, details of the claims in it): every third sentence or so is bound to one."""
    named, plain, count = itertools.cycle(people), itertools.cycle(PLAIN), itertools.count(2)
    sentences, details, words = [], {}, 0
    while words < WORDS:
        person = next(named)
        if len(details) < CLAIMS and len(sentences) % 4 == 0:
            kind, told = (("allegation", ALLEGED), ("quotation", SPOKEN), ("figure", COUNTED))[len(details) % 3]
            said, key = told.format(name=person.name, count=next(count)), str(uuid.uuid4())
            details[key] = {"kind": kind, "person": person}
            sentence = f'<span data-claim="{key}">{said}</span>'
        else:
            sentence = said = next(plain).format(name=person.name.split()[-1])
        sentences.append(sentence)
        words += len(said.split())
    paragraphs = [sentences[place : place + 4] for place in range(0, len(sentences), 4)]
    return "".join(f"<p>{' '.join(paragraph)}</p>" for paragraph in paragraphs), details
