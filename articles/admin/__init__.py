"""The desk's forms and lists."""

from django.contrib import admin
from taggit.models import Tag

from articles.admin import cases, helplines, names, pictures, policies, reports, sources, stories, taxonomy

__all__ = ["cases", "helplines", "names", "pictures", "policies", "reports", "sources", "stories", "taxonomy"]

if admin.site.is_registered(Tag):  # taggit's own table, which nothing here uses, with a page that deletes
    admin.site.unregister(Tag)
