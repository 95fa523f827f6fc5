"""What lies around a list: how many stories there are, on which subjects, by whom. Asks nothing: from its cards."""

from collections import Counter

MOST = 8


def around(articles, older, page_of):
    """{"how_many", "is_more", "since", "subjects", "writers"} of the first page of a list that belongs to page_of."""
    subjects = Counter((tag["slug"], tag["name"]) for one in articles for tag in one.tags)
    lines = (line for one in articles for line in one.bylines if line.get("slug"))
    writers = Counter((line["slug"], line["name"]) for line in lines)
    own = getattr(page_of, "slug", "")
    return {
        "how_many": len(articles),
        "is_more": bool(older),
        "since": articles[-1].first_published_at if articles else None,
        "subjects": _named(subjects, own),
        "writers": _named(writers, own),
    }


def _named(counted, own):
    """The most frequent first; what is as frequent stays as it came, that is newest first."""
    return [{"slug": slug, "name": name} for (slug, name), _ in counted.most_common(MOST + 1) if slug != own][:MOST]
