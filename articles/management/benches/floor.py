"""The floor that pages are measured against: what a story costs in the plainest Django there is.

No middleware, four queries written as anybody would write them, one template without includes or tags of ours that
shows the same facts as a story page and makes about as many bytes (the bench prints both). It has none of what a real
page owes its readers: no guard around the database, no headers, no ETag, no keys, no redirects, no answer for what was
withdrawn.
"""

import json

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.test.utils import override_settings
from django.urls import path

from articles.models.public import Article, ArticleTag, Section


def story(request, number):
    article = get_object_or_404(Article.objects.select_related("section"), story_number=number)
    sections = list(Section.objects.filter(is_live=True).values("pk", "slug", "name"))
    tags = list(ArticleTag.objects.filter(article=article).values("tag_page__slug", "tag_page__name"))
    related = Article.objects.filter(section=article.section).exclude(pk=article.pk)
    related = related.values("path", "headline", "standfirst", "first_published_at", "lead_picture")
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.headline,
        "description": article.description,
        "author": [{"@type": "Person", "name": line["name"]} for line in article.bylines],
        "datePublished": article.first_published_at.isoformat(),
        "dateModified": article.updated_at.isoformat(),
        "keywords": [tag["tag_page__name"] for tag in tags],
        "mentions": [{"@type": "Person", "name": one["name"]} for one in article.people],
    }
    context = {
        "article": article,
        "sections": sections,
        "tags": tags,
        "related": list(related.order_by("-first_published_at")[:4]),
        "json_ld": json.dumps(facts),
    }
    return HttpResponse(render_to_string("bench/floor.html", context))


urlpatterns = [path("floor/<int:number>/", story, name="floor")]


class FloorRequest(WSGIRequest):
    urlconf = __name__


def handler():
    """A WSGI application that serves the floor and has no middleware at all."""
    with override_settings(MIDDLEWARE=[]):
        found = WSGIHandler()
    found.request_class = FloorRequest
    return found
