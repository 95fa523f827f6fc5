"""What search engines ask for: an index of sitemaps (pages, and the articles of each month), the news, robots.txt."""

from datetime import timedelta
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404
from django.utils import timezone

from articles.publishing.render import absolute, address, iso, legible, of_month, of_profile

from . import lists
from .headers import FRESH, TEXT, XML, answer, for_readers, story_keys

LARGEST, MOST_NEWS, NEWS_DAYS = 50_000, 1000, 2
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS_SPACE = "http://www.google.com/schemas/sitemap-news/0.9"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


@for_readers
def index(request):
    months = [address("sitemap_month", f"{day.year:04d}", f"{day.month:02d}") for day in lists.months()]
    listed = [f"<sitemap>{element('loc', absolute(path))}</sitemap>" for path in (address("sitemap_pages"), *months)]
    return xml(request, f'<sitemapindex xmlns="{SPACE}">', listed, "</sitemapindex>")


@for_readers
def pages(request):
    fixed = ["/", address("archive"), address("corrections"), *(of_month(day) for day in lists.months())]
    named = [of_profile(page) if name == "profile" else address(name, page.slug) for name, page in lists.live_pages()]
    urls = [f"<url>{element('loc', absolute(path))}</url>" for path in [*fixed, *named][:LARGEST]]
    return xml(request, f'<urlset xmlns="{SPACE}">', urls, "</urlset>")


@for_readers
def month(request, year, month):
    bounds = lists.bounds(int(year), int(month))
    places = lists.addresses(bounds, LARGEST) if bounds else []
    if not places:
        raise Http404
    urls = [
        f"<url>{element('loc', absolute(path))}{element('lastmod', iso(updated_at))}</url>"
        for path, updated_at in places
    ]
    return xml(request, f'<urlset xmlns="{SPACE}">', urls, "</urlset>")


@for_readers
def news(request):
    """Of the last two days; empty on a quiet weekend."""
    articles = lists.since(timezone.now() - timedelta(days=NEWS_DAYS) + timedelta(minutes=5), MOST_NEWS)
    opening = f'<urlset xmlns="{SPACE}" xmlns:news="{NEWS_SPACE}">'
    return xml(request, opening, [news_url(article) for article in articles], "</urlset>", story_keys(articles))


def news_url(article):
    name, language = element("news:name", settings.NEWSROOM_NAME), element("news:language", iso_639(article.language))
    publication = f"<news:publication>{name}{language}</news:publication>"
    told = element("news:publication_date", iso(article.first_published_at)) + element("news:title", article.headline)
    return f"<url>{element('loc', absolute(article.path))}<news:news>{publication}{told}</news:news></url>"


@for_readers
def robots(request):
    lines = ["User-agent: *", "Disallow: /admin/", f"Disallow: {address('search')}", ""]
    lines += [f"Sitemap: {absolute(address(name))}" for name in ("sitemap", "sitemap_news")]
    return answer(request, "\n".join(lines) + "\n", content_type=TEXT)


def iso_639(language):
    """What news sitemaps call a language: two or three letters, but for the two ways to write Chinese."""
    return language if language in {"zh-cn", "zh-tw"} else language.split("-")[0]


def element(name, text):
    return f"<{name}>{escape(legible(text))}</{name}>"


def xml(request, opening, elements, closing, keys=()):
    text = DECLARATION + "\n".join([opening, *elements, closing]) + "\n"
    return answer(request, text, content_type=XML, keys=["front", "sitemap", *keys], caching=FRESH)
