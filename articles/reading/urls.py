"""The readers' addresses. Named in articles/publishing/addresses.py and in templates by `{% address %}`."""

from django.urls import path, re_path

from . import about, feeds, files, partners, sitemaps, views

SLUG = r"(?P<slug>[^/]{1,200})"
BLOCK = r"^sitemap-(?P<name>stories|tags|authors|names)-(?P<number>[0-9]{1,9})\.xml$"
MONTH = r"(?P<year>[0-9]{4})/(?P<month>[0-9]{2})"


def in_each_form(place, view, name, **given):
    """A feed as RSS, which has the plain name, as Atom and as JSON Feed."""
    for form, suffix in (("xml", ""), ("atom", "_atom"), ("json", "_json")):
        yield re_path(rf"^{place}feed\.{form}$", view, {"form": form} | given, name=name + suffix)


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
    re_path(rf"^{MONTH}/{SLUG}/ninjs\.json$", partners.ninjs, name="ninjs"),
    path("search/", views.search, name="search"),
    path("about/", about.about, name="about"),
    re_path(rf"^about/{SLUG}/$", about.policy, name="policy"),
    path("corrections/", views.corrections, name="corrections"),
    path("opinion/", views.opinion, name="opinion"),
    *in_each_form("", feeds.everything, "feed"),
    *in_each_form("corrections/", feeds.corrections, "corrections_feed"),
    *in_each_form("opinion/", feeds.opinion, "opinion_feed"),
    *in_each_form(f"sections/{SLUG}/", feeds.section, "section_feed"),
    *in_each_form(f"tags/{SLUG}/", feeds.tag, "tag_feed"),
    *in_each_form(f"authors/{SLUG}/", feeds.author, "author_feed"),
    *in_each_form(f"people/{SLUG}/", feeds.profile, "person_feed", kind="person"),
    *in_each_form(f"organizations/{SLUG}/", feeds.profile, "organization_feed", kind="organization"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemap-news.xml", sitemaps.news, name="sitemap_news"),
    re_path(BLOCK, sitemaps.block, name="sitemap_block"),
    path("report/", views.report, name="report"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("media/<str:name>", files.rendition, name="media"),
]
