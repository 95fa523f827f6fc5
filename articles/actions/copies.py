"""What Articles hold copies of: which live stories show a thing, and how their copies are renewed."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from django.db.models import Q

from articles.models import (
    Article,
    Author,
    Helpline,
    Organization,
    Person,
    Picture,
    Story,
    StoryOrganization,
    StoryPerson,
    StoryPicture,
    Tag,
    TagPage,
)
from articles.publishing.care import known_helplines, public_helplines
from articles.publishing.project import TAG_FACE
from articles.workflow import Status

BYLINE = ("name", "slug", "job_title", "portrait")
SAID_OF_A_PICTURE = ("credit", "rights_holder")


@dataclass(frozen=True)
class Copied:
    """One kind of thing that Articles copy.

    stories(thing) -> numbers of the live stories that show it; renewed(thing) -> f(content, snapshot) -> the parts
    of an Edition's content that differ now; on_desk: how a Story reaches it, by
    what known_by(thing) gives.
    """

    model: type
    stories: Callable
    renewed: Callable
    on_desk: str
    known_by: Callable = attrgetter("pk")


def _numbers(articles):
    return sorted(articles.values_list("story_number", flat=True))


def _showing(side, number, used):
    """Live stories with this in a part of their snapshot. used: rows of the desk, which hold where nothing is changed.

    A retraction shows nobody and nothing, whatever the working copy has.
    """
    settled = Story.objects.filter(status=Status.PUBLISHED, pk__in=used.values("story"))
    changing = Story.objects.live_with_changes().values_list("pk", f"live_edition__snapshot__{side}")
    still = [pk for pk, rows in changing if any(row["id"] == number for row in rows)]
    shown = Q(story_number__in=settled.values("pk")) | Q(story_number__in=still)
    return _numbers(Article.objects.filter(shown, is_retracted=False))


def _by_author(author):
    return _numbers(Article.objects.by_author(author))


def _in_bylines(author):
    face = {name: getattr(author, name) for name in BYLINE}
    return lambda content, _snapshot: {
        "bylines": [line | face if line["author"] == author.pk else line for line in content["bylines"]]
    }


def _tagged(tag):
    page = TagPage.objects.filter(tag_number=tag.pk).first()
    return _numbers(Article.objects.tagged(page)) if page else []


def _in_tags(tag):
    face = {name: getattr(tag, name) for name in TAG_FACE}

    def renewed(content, _snapshot):
        tags = {one["id"]: one | face if one["id"] == tag.pk else one for one in content["tags"]}
        order = Tag.objects.filter(pk__in=tags).order_by("name").values_list("pk", flat=True)
        return {"tags": [tags[number] for number in order]}

    return renewed


def _of_person(person):
    return _showing("people", person.pk, StoryPerson.objects.filter(person=person))


def _of_organization(organization):
    used = StoryOrganization.objects.filter(organization=organization)
    return _showing("organizations", organization.pk, used)


def _in_parts(side):
    """Of a name with a public page only: every other stands in live stories as it was published."""

    def renewed(named):
        if named.profile is None:
            return lambda _content, _snapshot: {}
        face = {"name": named.name, "profile": named.profile_id, "slug": named.profile.slug}
        face |= {"wikidata_id": named.wikidata_id}

        def again(content, snapshot):
            parts = list(zip(content[side], snapshot[side], strict=False))  # a retraction shows nobody
            former = {part["name"] for part, kept in parts if kept["id"] == named.pk}
            shown = {side: [part | face if kept["id"] == named.pk else part for part, kept in parts]}
            return shown | _in_lines(side, named, former, content, snapshot)

        return again

    return renewed


def _in_lines(side, named, former, content, snapshot):
    """The lines on how far a case has come and on who was asked, which say the name as the list of names does.

    A line knows its count, so whose it is; one on a reply knows the name alone, which must be nobody else's here.
    """
    ours = {
        count["id"] for case in snapshot.get("cases", ()) for count in case["counts"] if count["person"] == named.pk
    }
    others = {part["name"] for part in snapshot[side] if part["id"] != named.pk}
    again = {"name": named.name}
    lines = {}
    if side == "people" and content.get("proceedings"):
        lines["proceedings"] = [line | again if line["count"] in ours else line for line in content["proceedings"]]
    if content.get("replies"):
        lines["replies"] = [line | again if line["name"] in former - others else line for line in content["replies"]]
    return lines


def _with_picture(picture):
    return _showing("pictures", picture.pk, StoryPicture.objects.filter(picture=picture))


def _in_pictures(picture):
    """Caption and alt text that a story has of its own stay."""
    said = {name: getattr(picture, name) for name in SAID_OF_A_PICTURE}

    def renewed(content, snapshot):
        own = next((one for one in snapshot["pictures"] if one["id"] == picture.pk), None)
        if own is None:
            return {}
        face = said | {
            "caption": own["own_caption"] or picture.caption,
            "alt": own["own_alt_text"] or picture.alt_text,
        }

        def again(shown):
            return shown | face if shown and shown["number"] == picture.pk else shown

        pictures = [again(shown) for shown in content["pictures"]]
        return {"pictures": pictures, "lead_picture": again(content["lead_picture"])}

    return renewed


def _offering(helpline):
    """Those that show it, and those on its topics, which may show it now."""
    articles = Article.objects.filter(is_retracted=False).exclude(advisories=[])
    topics = set(helpline.topics)
    return sorted(
        number
        for number, notes, shown in articles.values_list("story_number", "advisories", "helplines")
        if topics & {note["topic"] for note in notes} or helpline.pk in {one["id"] for one in shown}
    )


def _in_helplines(_helpline):
    known = known_helplines()

    def renewed(content, snapshot):
        topics = [note["topic"] for note in content.get("advisories", ())]
        return {"helplines": public_helplines(known, topics, snapshot.get("audience", ()))} if topics else {}

    return renewed


COPIES = {
    "author": Copied(Author, _by_author, _in_bylines, "bylines__author"),
    "tag": Copied(Tag, _tagged, _in_tags, "story_tags__tag"),
    "person": Copied(Person, _of_person, _in_parts("people"), "story_people__person"),
    "organization": Copied(
        Organization, _of_organization, _in_parts("organizations"), "story_organizations__organization"
    ),
    "helpline": Copied(Helpline, _offering, _in_helplines, "story_topics__topic__in", attrgetter("topics")),
    "picture": Copied(Picture, _with_picture, _in_pictures, "story_pictures__picture"),
}
