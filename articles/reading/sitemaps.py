"""What search engines ask for: an index of sitemaps (pages; stories, tags and names in blocks), the news, robots.txt.

Pages of search results are kept from robots, since there is no end of them, and say `noindex` to whoever comes anyway.
"""

from datetime import timedelta
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404
from django.utils import timezone

from articles.publishing.render import MEDIA, absolute, address, for_sharing, iso, legible, of_month, of_profile
from articles.text.remembering import Memory

from . import blocks as blocks_of
from . import lists
from .headers import FRESH, TEXT, XML, answer, cached, for_readers

MOST_NEWS, NEWS_DAYS = 1000, 2
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGE_SPACE = "http://www.google.com/schemas/sitemap-image/1.1"
NEWS_SPACE = "http://www.google.com/schemas/sitemap-news/0.9"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_entries = Memory(2 * MOST_NEWS)


@cached()
@for_readers
def index(request):
    """Without times: when a block last changed could only be said by reading it."""
    blocks = [address("sitemap_block", name, number) for name in blocks_of.KINDS for number in blocks_of.filled(name)]
    listed = [f"<sitemap>{element('loc', absolute(path))}</sitemap>" for path in (address("sitemap_pages"), *blocks)]
    return xml(request, f'<sitemapindex xmlns="{SPACE}">', listed, "</sitemapindex>")


@cached()
@for_readers
def pages(request):
    """The few that there is one of: front, archive and its months, corrections, opinion, about, sections."""
    fixed = ["/", address("archive"), address("corrections"), *(of_month(day) for day in lists.months())]
    fixed += [address("opinion")] if lists.has_opinion() else []
    told = [address("about"), *(address("policy", page.slug) for page in lists.policies())]
    sections = [address("section", section.slug) for section in lists.sections()]
    return urlset(request, [page_url(path) for path in (*fixed, *told, *sections)], ["about"])


@cached()
@for_readers
def block(request, name, number):
    number = int(number)
    if name == "stories":
        urls = [story_url(*row) for row in blocks_of.stories(number)]
    else:
        urls = [page_url(place_of(name, page)) for page in blocks_of.pages(name, number)]
    if not urls:
        raise Http404
    return urlset(request, urls)


def place_of(name, page):
    return of_profile(page) if name == "names" else address(name.removesuffix("s"), page.slug)


def page_url(path):
    return f"<url>{element('loc', absolute(path))}</url>"


def story_url(path, updated_at, picture):
    return f"<url>{element('loc', absolute(path))}{element('lastmod', iso(updated_at))}{image_of(picture)}</url>"


def image_of(picture):
    """Where its picture lies, for the search of pictures; what they show and whose they are stands in the page."""
    return "".join(
        f"<image:image>{element('image:loc', absolute(MEDIA + one['name']))}</image:image>"
        for one in for_sharing(picture)[:1]
    )


def urlset(request, urls, keys=()):
    return xml(request, f'<urlset xmlns="{SPACE}" xmlns:image="{IMAGE_SPACE}">', urls, "</urlset>", keys)


@cached()
@for_readers
def news(request):
    """Of the last two days; empty on a quiet weekend. Whatever changes a story purges `front`: no key for each."""
    states = lists.since(timezone.now() - timedelta(days=NEWS_DAYS) + timedelta(minutes=5), MOST_NEWS)
    opening = f'<urlset xmlns="{SPACE}" xmlns:news="{NEWS_SPACE}" xmlns:image="{IMAGE_SPACE}">'
    return xml(request, opening, news_urls(states), "</urlset>")


def news_urls(states):
    """An entry is written once for each state (number and stamp) of its story: busy papers have hundreds of them."""
    paper = settings.SITE_URL, settings.NEWSROOM_NAME
    found = {state[0]: _entries.get((paper, state)) for state in states}
    for article in lists.news([number for number, entry in found.items() if entry is None]):
        found[article.pk] = _entries.keep((paper, (article.pk, article.stamp)), news_url(article))
    return filter(None, found.values())


def news_url(article):
    name, language = element("news:name", settings.NEWSROOM_NAME), element("news:language", iso_639(article.language))
    publication = f"<news:publication>{name}{language}</news:publication>"
    told = element("news:publication_date", iso(article.first_published_at)) + element("news:title", article.headline)
    news, image = f"<news:news>{publication}{told}</news:news>", image_of(article.lead_picture)
    return f"<url>{element('loc', absolute(article.path))}{news}{image}</url>"


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
