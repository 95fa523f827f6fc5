"""Whether a story that can hurt to read says so first, and says where help is to be had."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from articles import text
from articles.gate.registry import Caution, Group, check
from articles.jurisdictions.words import Topic
from articles.publishing.care import applying, fitting

FIELDS = {"headline": "headline", "standfirst": "standfirst", "text": "body"}
AT_ONCE = {Topic.SUICIDE, Topic.SELF_HARM}  # one mention is enough
IN_PASSING = 1
MOST_WORDS = 5


def suggested(snapshot, edition):
    """{topic: the words that suggest it}: of those that the profile wants a note for, in the order of its rule.

    Words in headline, standfirst or tags do so alone; the text where it says them more than in passing.
    """
    found = {}
    tags = " . ".join(tag["name"] for tag in snapshot["tags"])
    prominent = "\n\n".join([edition.content["headline"], edition.content["standfirst"], tags])
    above, below = _topics_in(prominent, snapshot), _topics_in(edition.content["text"], snapshot)
    for topic in _rule(snapshot, "advisories.topics"):
        words = [*above.get(topic, ()), *below.get(topic, ())]
        passing = topic not in above and topic not in AT_ONCE and len(words) <= IN_PASSING
        if words and not passing:
            found[topic] = list(dict.fromkeys(word.casefold() for word in words))
    return found


def _topics_in(words, snapshot):
    terms = snapshot["profile"]["terms"]
    lists = {name: rows for name, rows in terms.items() if name.startswith("topic.") or name == "no_topic"}
    found = text.found_terms(words, lists)
    meant_otherwise = [one for one in found if one.term.list == "no_topic"]
    by_topic = {}
    for one in found:
        inside = any(other.start <= one.start and one.end <= other.end for other in meant_otherwise)
        if one.term.list != "no_topic" and not inside:
            by_topic.setdefault(one.term.list.removeprefix("topic."), []).append(one.text)
    return by_topic


def _rule(snapshot, key):
    return snapshot["profile"]["rules"][key]


def _named(topic):
    return str(Topic(topic).label)


@check(Group.CARE)
def what_hurts_to_read_is_announced(snapshot, edition):
    decided = {row["topic"] for row in snapshot["topics"]}
    for topic, words in suggested(snapshot, edition).items():
        if topic not in decided:
            message = _("It speaks of what can hurt to read, and carries no content note.")
            quoted = ", ".join(f"“{word}”" for word in words[:MOST_WORDS])
            note = f"{_named(topic)}: {quoted}"
            yield Caution("care.C001", message, "topics", row=topic, note=note)


@check(Group.CARE)
def there_is_help_where_readers_are(snapshot, edition):
    """For each topic that the profile wants one for, and each region; one that fits everywhere fits each."""
    for topic in _helped(snapshot, edition):
        without = [place for place in _places(snapshot) if not fitting(snapshot["helplines"], topic, place)]
        if without:
            regions = ", ".join(place for place in without if place)
            message = _("It shows readers no helpline for this.")
            note = f"{_named(topic)}: {regions}" if regions else _named(topic)
            yield Caution("care.C002", message, "topics", row=topic, note=note)


@check(Group.CARE)
def help_was_tried_lately(snapshot, edition):
    days = _rule(snapshot, "helplines.verified_days")
    since = edition.published_at.date() - timedelta(days=days)
    for topic in _helped(snapshot, edition):
        places = [fitting(snapshot["helplines"], topic, place) for place in _places(snapshot)]
        if any(shown and not any(_tried_since(one, since) for one in shown) for shown in places):
            message = _("Nobody has tried its helplines lately: call them, and say so in the list of helplines.")
            yield Caution("care.C003", message, "topics", row=topic, note=_named(topic))


def _helped(snapshot, edition):
    """The topics it is said to have, and those its words suggest and nobody has decided on: these show no help yet."""
    decided = {row["topic"] for row in snapshot["topics"]}
    open_ones = [topic for topic in suggested(snapshot, edition) if topic not in decided]
    return [
        topic for topic in [*applying(snapshot["topics"]), *open_ones] if topic in _rule(snapshot, "advisories.topics")
    ]


def _places(snapshot):
    """The readers' regions; while nobody has decided on a topic, those of the profile."""
    return snapshot["audience"] or _rule(snapshot, "helplines.regions") or [None]


def _tried_since(helpline, day):
    return bool(helpline["verified_on"]) and date.fromisoformat(helpline["verified_on"]) >= day


@check(Group.CARE)
def nothing_shows_how_a_suicide_was_done(snapshot, edition):
    """In a story on suicide, or one whose words say that it is one."""
    rows = {row["topic"]: row for row in snapshot["topics"]}
    known = rows.get(Topic.SUICIDE)
    if not (not known["reason"] if known else Topic.SUICIDE in suggested(snapshot, edition)):
        return
    terms = {"suicide_method": snapshot["profile"]["terms"].get("suicide_method", ())}
    for part, field in FIELDS.items():
        for one in text.found_terms(edition.content[part], terms):
            message = _("A detail of a suicide that somebody could follow.")
            note = f"“{one.text}”: {one.term.reason}"
            yield Caution("care.C004", message, field, _around(edition.content[part], one), note=note)


def _around(words, found):
    """The sentence it stands in."""
    sentences = text.sentences(words)
    return next((" ".join(one.text.split()) for one in sentences if one.start <= found.start < one.end), found.text)
