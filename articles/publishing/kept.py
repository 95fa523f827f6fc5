"""Keeping the pages of stories, made when they are published and renewed by the worker when they no longer hold."""

import logging
import time

from django.db import transaction
from django.utils import timezone

from articles.models import Article, KeptPage
from articles.publishing import render
from articles.publishing.program import made_with

log = logging.getLogger(__name__)
NEWEST = 200  # stories looked at in each round
STEP = 300  # older ones looked at in each round, on the way through all of them


def keep(article):
    """Makes and keeps the page of a saved Article. Within the transaction that publishes."""
    html, until = render.page_to_keep(article)
    KeptPage.objects.update_or_create(
        article=article,
        defaults={
            "stamp": article.stamp,
            "made_with": made_with(article.section.name, article.section.slug),
            "good_until": until,
            "html": html,
        },
    )


class Round:
    """The worker's way through all stories: the newest each time, the older ones by and by."""

    def __init__(self):
        self.place = None  # the number of the article that was looked at last

    def go(self, seconds=3):
        """Renews what no longer holds; returns how many. Stops after some seconds, and goes on there next time."""
        newest = Article.objects.order_by("-pk")
        older = newest.filter(pk__lt=self.place) if self.place else newest
        step = list(_looked_at(older[:STEP]))
        done, stop = 0, time.monotonic() + seconds
        for row in dict.fromkeys([*_looked_at(newest[:NEWEST]), *step]):
            if time.monotonic() > stop:
                return done
            done += _renewed(row) if not _holds(row) else 0
        self.place = step[-1].pk if step else None
        return done


def _looked_at(articles):
    columns = ("pk", "stamp", "section__name", "section__slug", "kept__stamp", "kept__made_with", "kept__good_until")
    return articles.values_list(*columns, named=True)


def _holds(row):
    return (
        row.kept__stamp == row.stamp
        and row.kept__made_with == made_with(row.section__name, row.section__slug)
        and (row.kept__good_until is None or row.kept__good_until > timezone.now())
    )


def _renewed(row):
    """Whether it was renewed; a story that moves on meanwhile has its page from its own publication."""
    try:
        article = Article.objects.select_related("section").filter(pk=row.pk, stamp=row.stamp).first()
        if article is None:
            return False
        with transaction.atomic():
            keep(article)
    except Exception:  # one story's page is not the others'; it is shown anyway, made for each reader
        log.exception("the page of article %s could not be kept", row.pk)
        return False
    return True
