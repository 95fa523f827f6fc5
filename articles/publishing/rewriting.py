"""What is kept of a story, rewritten without certain words: columns, snapshots, editions, findings, logs."""

import json
from urllib.parse import unquote

from articles.models.public import trace_of
from articles.text import claim_marks, excerpt, plain, slug_of, word_count

# Of JSON, what is a code, a number or a time and no words.
CODES = frozenset(
    """
    accessed_on at author by change_kind edition embargo_until first_published_at height id is_live key keys kind
    language layout level number place position profile publish_at published_at published_on renditions role section
    status stem stems result severity sha256 source stance story terms to type_of_work updated_at version width
    wikidata_id word_count note_place placement
    """.split()
)
ADDRESSES = frozenset({"url", "archived_url", "citation_url", "website"})
SLUGS_OF = {"tags": "tag", "labels": "label", "bylines": "author", "people": "profile", "organizations": "profile"}
LONGEST = {"headline": 300, "social_headline": 300, "dateline": 120}
MOST_EXCERPTS = 3


class Rewriting:
    """Counts what it finds and keeps a few excerpts; `take` gives both and begins anew.

    free, free_name(kind, wanted, given): an address or name of that kind that nothing else has; the same old one always
    becomes the same new one.
    """

    def __init__(self, terms, free, free_name):
        self.terms = terms
        self.free, self.free_name = free, free_name
        self.renamed, self.called = {}, {}
        self.found, self.excerpts = 0, []

    def take(self):
        taken = self.found, self.excerpts[:MOST_EXCERPTS]
        self.found, self.excerpts = 0, []
        return taken

    def _note(self, count, text):
        self.found += count
        if len(self.excerpts) < MOST_EXCERPTS:
            self.excerpts += self.terms.excerpts(text)

    def text(self, value, longest=None):
        new, count = self.terms.plain(value)
        if count:
            self._note(count, value)
        return new[:longest] if count else value

    def html(self, value):
        new, count = self.terms.html(value)
        if count:
            self._note(count, plain(value))
        return new

    def url(self, value):
        """An address that holds the words leads to them: it goes altogether."""
        if not self.terms.holds(value):
            return value
        self._note(1, unquote(value))
        return ""

    def slug(self, kind, value):
        if (kind, value) in self.renamed or self.terms.find(value):
            self._note(1, value)
        return self.new_slug(kind, value)

    def new_slug(self, kind, value):
        if (kind, value) not in self.renamed:
            wanted, count = self.terms.plain(value)
            if not count:
                return value
            given = {new for (sort, _old), new in self.renamed.items() if sort == kind}
            self.renamed[kind, value] = self.free(kind, slug_of(wanted), given)
        return self.renamed[kind, value]

    def name(self, kind, value):
        """The name of a tag or label, of which no two have the same."""
        if (kind, value) not in self.called:
            new = self.text(value, 90)
            if new == value:
                return value
            self.called[kind, value] = self.free_name(kind, new, set(self.called.values()))
        elif self.terms.find(value):
            self._note(1, value)
        return self.called[kind, value]

    def path(self, value):
        """/2026/11/an-address/ of a story."""
        start, _slash, slug = value.rstrip("/").rpartition("/")
        return f"{start}/{self.slug('story', slug)}/"

    def trace(self, value):
        """An address that must not be read again, only answer that it is gone."""
        if not self.terms.holds(value):
            return value
        self._note(1, value)
        return trace_of(value)

    def json(self, value, key="", kind="story"):
        """Any JSON of ours. A name that holds the words loses its link to a public page and to Wikidata."""
        if key in CODES:
            return value
        if isinstance(value, dict):
            return self._dict(value, kind)
        if isinstance(value, list):
            return [self.json(one, key, kind) for one in value]
        if not isinstance(value, str):
            return value
        if key in ADDRESSES:
            return self.url(value)
        if key == "slug":
            return self.slug(kind, value)
        if key == "path":
            return self.path(value)
        if key == "name" and kind in ("tag", "label"):
            return self.name(kind, value)
        return self.html(value) if key == "body" else self.text(value, LONGEST.get(key))

    def _dict(self, value, kind):
        new = {name: self.json(one, name, SLUGS_OF.get(name, kind)) for name, one in value.items()}
        if "profile" in value and any(new.get(name) != value.get(name) for name in ("name", "slug")):
            new |= {"profile": None, "slug": "", "wikidata_id": ""}
        if "body" in value and new["body"] != value["body"]:
            new |= _derived(value, new)
        return new

    def log(self, value):
        """A message of the admin's log: JSON, or text."""
        try:
            kept = json.loads(value)
        except ValueError:
            kept = None
        if not isinstance(kept, list):
            return self.text(value)
        new = self.json(kept)
        return json.dumps(new) if new != kept else value


def _derived(old, new):
    """What follows from a text, where the record keeps it too."""
    kept = {"text": plain, "word_count": word_count}
    found = {name: kept[name](new["body"]) for name in kept if name in old}
    if "claims" in old:
        words = {mark.key: mark.words for mark in claim_marks(new["body"]).marks}
        found["claims"] = [one | {"words": words[one["key"]]} for one in new["claims"] if one.get("key") in words]
    if "text" in old and old.get("description") == excerpt(old["text"]):
        found["description"] = excerpt(found["text"])
    return found
