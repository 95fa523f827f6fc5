"""What an address of a story leads to, in one question: its answer, and the page as it was kept."""

from datetime import datetime
from typing import NamedTuple

from django.shortcuts import get_object_or_404
from django.utils import timezone

from articles.models.public import Article, Path, trace_of
from articles.models.questions import Question
from articles.publishing import render


class Found(NamedTuple):
    """What the database says of an address. Without an article (`pk`) it is gone. `kept_*`: the page as kept."""

    answer: str
    story_number: int
    pk: int | None
    stamp: int
    path: str
    section_id: int
    published_at: datetime
    tags: list
    section_name: str
    section_slug: str
    kept_stamp: int | None
    kept_with: str
    kept_until: datetime | None
    kept_html: str

    @property
    def kept(self):
        """The page that was kept, where it still holds."""
        made_with = render.made_with(self.section_name, self.section_slug)
        if self.kept_stamp != self.stamp or self.kept_with != made_with:
            return ""
        return self.kept_html if self.kept_until is None or self.kept_until > timezone.now() else ""


_AT = Question(
    lambda path, trace: Path.objects.filter(path__in=[path, trace]).values_list(
        "answer", "story_number", "article__pk", "article__stamp", "article__path", "article__section_id",
        "article__published_at", "article__tags", "article__section__name", "article__section__slug",
        "article__kept__stamp", "article__kept__made_with", "article__kept__good_until", "article__kept__html",
    ),
    "a path", "a trace",
)  # fmt: skip


def at(path):
    """What an address leads to, or None. As `Path.objects.at`, with the page."""
    return next((Found(*row) for row in _AT(path, trace_of(path))), None)


def page(found, sections, related):
    """The story's page, from what was kept, or made anew."""
    if found.kept:
        return render.put_together(found.kept, found.stamp, sections=sections, related=related)
    article = get_object_or_404(Article.objects.select_related("section"), pk=found.pk)
    return render.page(article, sections=sections, related=related)
