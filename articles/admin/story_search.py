"""The desk's search for stories: what is live by the readers' index, what is not by its words. Bounded, both."""

from django.db.models import Exists, OuterRef, Q

from articles.models import Article, Story, StoryOrganization, StoryPerson, StoryTag
from articles.publishing import search
from articles.workflow import Status

MOST = 500  # stories of each sort, the newest first
NEWEST = 300  # of what is not published: looked through letter by letter, even where there is an index of words


def found(text):
    """The numbers of the stories that fit."""
    live = Article.objects.filter(pk__in=search.newest(text, MOST)).values_list("story_number", flat=True)
    resting = _by_index(text.split()) if search.knows_working_copies() else _by_letters(text.split())
    return {*live, *resting.newest_first().values_list("pk", flat=True)[:MOST]}


def _by_letters(words):
    """Without an index, the words of all that is not published are looked at."""
    resting = Story.objects.not_published()
    for word in words:
        resting = resting.filter(_written(word) | _named(word))
    return resting


def _by_index(words):
    """Each word stands in the text, as the index knows it; in a name; or, in the newest, anywhere in a word."""
    asked = {word: search.in_working_copies(word) for word in words}
    known = {word: in_text for word, in_text in asked.items() if in_text is not None}
    resting = Story.objects.not_published().newest_first()
    newest = Story.objects.filter(pk__in=resting.values("pk")[:NEWEST]).order_by()
    if not known:  # words that no index holds, such as "the"
        return newest.filter(*[_written(word) for word in words])
    fitting = []
    for word, in_text in known.items():
        ways = [newest.filter(_written(word)).values_list("pk"), *(_links(*link, word) for link in NAMES)]
        fitting.append({*in_text, *(number for (number,) in ways[0].union(*ways[1:]))})
    return Story.objects.filter(pk__in=set.intersection(*fitting))


def _written(word):
    return Q(headline__icontains=word) | Q(slug__icontains=word) | Q(body_text__icontains=word)


NAMES = ((StoryTag, "content_object", "tag"), (StoryPerson, "story", "person"),
         (StoryOrganization, "story", "organization"))  # fmt: skip


def _links(model, story, name, word):
    """The stories that are not published and carry a name with this word in it, of which there are few or none."""
    named = model._meta.get_field(name).related_model.objects.filter(name__icontains=word)
    links = model.objects.filter(**{f"{name}__in": list(named.order_by().values_list("pk", flat=True))})
    return links.order_by().exclude(**{f"{story}__status": Status.PUBLISHED}).values_list(story)


def _named(word):
    named = Q()
    for model, story, name in NAMES:
        named |= Q(Exists(model.objects.filter(**{story: OuterRef("pk"), f"{name}__name__icontains": word})))
    return named
