"""JSON-LD of the pages around the articles: the front, lists, people, the paper itself."""

from django.conf import settings
from django.utils.encoding import iri_to_uri

from articles.models.policies import REQUIRED, PolicyKind
from articles.models.public import Profile
from articles.publishing.addresses import absolute, address
from articles.publishing.structured import SCHEMA, bcp47, breadcrumbs, iso, named, newsroom

SEARCHED = "{search_term_string}"


def of_front(articles=(), kinds=REQUIRED):
    """kinds: of the pages about the paper that exist."""
    site = {"@id": absolute("/") + "#site", "name": settings.NEWSROOM_NAME, "url": absolute("/")}
    website = {"@context": SCHEMA, "@type": "WebSite"} | site | {
        "inLanguage": bcp47(settings.LANGUAGE_CODE),
        "publisher": {"@type": "NewsMediaOrganization", "@id": newsroom()["@id"]},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{absolute(address('search'))}?q={SEARCHED}"},
        },
    }  # fmt: skip
    return [{"@context": SCHEMA} | newsroom(kinds), website, collection(settings.NEWSROOM_NAME, "/", articles)]


def of_section(section, path, articles):
    return of_list(section.name, path, articles)


def of_tag(tag, path, articles):
    term = {"@type": "DefinedTerm", "name": tag.name, "url": absolute(address("tag", tag.slug))}
    return of_list(tag.name, path, articles, term | ({"description": tag.description} if tag.description else {}))


def of_list(name, path, articles=(), about=None):
    """A page of teasers below the front page. about: whom or what all of them touch on, as an object."""
    page = collection(name, path, articles)
    return [page | {"about": about} if about else page, breadcrumbs((name, path.partition("?")[0]))]


def collection(name, path, articles):
    """The stories in the order of the page, by address alone: each page says the rest of itself."""
    items = [
        {"@type": "ListItem", "position": position, "url": absolute(article.path)}
        for position, article in enumerate(articles, 1)
    ]
    page = {
        "@context": SCHEMA,
        "@type": "CollectionPage",
        "name": str(name),
        "url": settings.SITE_URL + iri_to_uri(path),
    }
    page["isPartOf"] = {"@type": "WebSite", "@id": absolute("/") + "#site"}
    return page | {"mainEntity": {"@type": "ItemList", "itemListElement": items}} if items else page


def of_name(profile, path, articles):
    """The page of a person or organization: a list of where they come up, and who is meant."""
    is_person = profile.kind == Profile.ProfileKind.PERSON
    part = {"name": profile.name, "slug": profile.slug, "wikidata_id": profile.wikidata_id}
    who = named("Person" if is_person else "Organization", profile.kind, part)
    same = [place for place in (who.pop("sameAs", ""), profile.website) if place]
    told = {"alternateName": profile.also_known_as, "description": profile.description, "sameAs": same}
    who |= {key: value for key, value in told.items() if value}
    return of_list(profile.name, path, articles, who)


def of_author(author, path, articles):
    """Who writes here; what of, the page's own list says."""
    person = {"@type": "Person", "name": author.name, "url": absolute(address("author", author.slug))}
    told = {"jobTitle": author.job_title, "description": author.biography, "email": author.email}
    person |= {key: value for key, value in told.items() if value}
    if author.portrait:
        person |= portrait(author.portrait)
    page = {"@context": SCHEMA, "@type": "ProfilePage", "mainEntity": person | {"worksFor": newsroom()}}
    return [page, breadcrumbs((author.name, address("author", author.slug)))]


def portrait(picture):
    files = [one for one in picture.get("renditions") or [] if one["name"].endswith(".jpg")]
    largest = max(files, key=lambda one: one["width"], default=None)
    return {"image": absolute(settings.MEDIA_URL + largest["name"])} if largest else {}


def of_about(name, kinds):
    """The page that leads to all that the paper says of itself."""
    path = address("about")
    return [_told("AboutPage", name, path) | {"mainEntity": newsroom(kinds)}, breadcrumbs((name, path))]


def of_policy(policy, about):
    """One of those pages. about: what the page above it is called."""
    name, path = str(policy), address("policy", policy.slug)
    page = _told("ContactPage" if policy.kind == PolicyKind.CONTACT else "WebPage", name, path)
    page |= {"publisher": newsroom()}
    if policy.changed_at:
        page |= {"dateModified": iso(policy.changed_at)}
    return [page, breadcrumbs((about, address("about")), (name, path))]


def _told(kind, name, path):
    page = {"@context": SCHEMA, "@type": kind, "@id": absolute(path), "url": absolute(path), "name": str(name)}
    site = {"@type": "WebSite", "@id": absolute("/") + "#site"}
    return page | {"inLanguage": bcp47(settings.LANGUAGE_CODE), "isPartOf": site}
