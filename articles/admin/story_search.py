"""The desk's search for stories: what is live by the readers' index, what is not by its words. Bounded, both."""

from django.db.models import Exists, OuterRef, Q

from articles.models import Article, Story, StoryOrganization, StoryPerson, StoryTag
from articles.publishing import search

MOST = 500  # stories of each sort, the newest first


def found(text):
    """The numbers of the stories that fit. Without an index, only the words of what is not published are looked at."""
    live = Article.objects.filter(pk__in=search.newest(text, MOST)).values_list("story_number", flat=True)
    resting = Story.objects.not_published().order_by("-updated_at", "-pk")
    for word in text.split():
        resting = resting.filter(_says(word))
    return {*live, *resting.values_list("pk", flat=True)[:MOST]}


def _says(word):
    here = OuterRef("pk")
    says = Q(headline__icontains=word) | Q(slug__icontains=word) | Q(body_text__icontains=word)
    says |= Q(Exists(StoryTag.objects.filter(content_object=here, tag__name__icontains=word)))
    says |= Q(Exists(StoryPerson.objects.filter(story=here, person__name__icontains=word)))
    return says | Q(Exists(StoryOrganization.objects.filter(story=here, organization__name__icontains=word)))
