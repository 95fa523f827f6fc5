"""The readers' addresses. Named in articles/publishing/addresses.py and in templates by `{% address %}`."""

from django.urls import path, re_path

from . import feeds, files, sitemaps, views

SLUG = r"(?P<slug>[^/]{1,200})"
MONTH = r"(?P<year>[0-9]{4})/(?P<month>[0-9]{2})"

app_name = "reading"
urlpatterns = [
    path("", views.front, name="front"),
    re_path(rf"^sections/{SLUG}/$", views.section, name="section"),
    re_path(rf"^tags/{SLUG}/$", views.tag, name="tag"),
    re_path(rf"^people/{SLUG}/$", views.profile, {"kind": "person"}, name="person"),
    re_path(rf"^organizations/{SLUG}/$", views.profile, {"kind": "organization"}, name="organization"),
    re_path(rf"^authors/{SLUG}/$", views.author, name="author"),
    path("archive/", views.archive, name="archive"),
    re_path(rf"^{MONTH}/$", views.month, name="month"),
    re_path(rf"^{MONTH}/{SLUG}/$", views.article, name="article"),
    path("search/", views.search, name="search"),
    path("corrections/", views.corrections, name="corrections"),
    path("feed.xml", feeds.everything, name="feed"),
    re_path(rf"^sections/{SLUG}/feed\.xml$", feeds.section, name="section_feed"),
    re_path(rf"^tags/{SLUG}/feed\.xml$", feeds.tag, name="tag_feed"),
    re_path(rf"^authors/{SLUG}/feed\.xml$", feeds.author, name="author_feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemap-news.xml", sitemaps.news, name="sitemap_news"),
    re_path(r"^sitemap-(?P<year>[0-9]{4})-(?P<month>[0-9]{2})\.xml$", sitemaps.month, name="sitemap_month"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("media/<str:name>", files.rendition, name="media"),
]
