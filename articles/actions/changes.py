"""What a change to a live story touches, and so whether it may go out as a minor fix and where its note stands."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.jurisdictions.words import Touched
from articles.publishing.compose import differences, placed
from articles.publishing.profiles import profile_of
from articles.text import Touch, compare, compare_plain, marked_words, own_description, touches
from articles.workflow import Kind

TEXT_PARTS = ("headline", "standfirst", "body", "dateline", "description", "social_headline")
DERIVED = ("text", "word_count", "placement")
PARTS = {
    "headline": gettext_lazy("Headline"),
    "social_headline": gettext_lazy("Headline for sharing"),
    "standfirst": gettext_lazy("Standfirst"),
    "dateline": gettext_lazy("Dateline"),
    "description": gettext_lazy("Description"),
    "text": gettext_lazy("Text"),
    "pictures": gettext_lazy("Pictures"),
    "people": gettext_lazy("People and organizations"),
    "proceedings": gettext_lazy("Proceedings"),
}


@dataclass(frozen=True)
class Change:
    """From one Edition to another. `material`: those of the touches that make it more than a minor fix."""

    touches: list[Touch] = field(default_factory=list)
    material: list[Touch] = field(default_factory=list)
    changed: tuple[str, ...] = ()  # the parts that differ
    beyond: tuple[str, ...] = ()  # those of them that no minor fix changes
    text_only: bool = True
    characters: int = 0
    most: int = 0

    @property
    def kinds(self):
        return [Touched(kind) for kind in dict.fromkeys(touch.kind for touch in self.touches)]

    @property
    def by_kind(self):
        """[(what is touched, whether that is material, [(part, words before, words after)])] for people to read."""
        material = {touch.kind for touch in self.material}
        return [
            (
                kind.label,
                kind in material,
                [(PARTS[one.part], one.before, one.after) for one in self.touches if one.kind == kind],
            )
            for kind in self.kinds
        ]

    @property
    def is_small(self):
        return self.text_only and not self.beyond and self.characters <= self.most

    @property
    def is_minor(self):
        return bool(self.changed) and self.is_small and not self.material

    @property
    def proposal(self):
        """What the change should be called, and why, in a sentence."""
        if not self.changed:
            return _("Nothing that readers get has changed.")
        if self.material:
            return _("It touches what readers rely on. A correction, if what is live was wrong; else an update.")
        if not self.is_small:
            return _("More than a minor fix in extent: an update, or a correction if what is live was wrong.")
        return _("A minor fix: it touches nothing that readers rely on.")


def change_between(old, new, profile):
    """What leads from one Edition to the other, by a profile's rules and words."""
    rules = profile["rules"]
    changed = set(differences(old.content, new.content)) - set(DERIVED)
    if not own_description(old.content) and not own_description(new.content):
        changed -= {"description"}
    marked = marked_words(old.snapshot["body"]), marked_words(new.snapshot["body"])
    found = touches(old.content, new.content, profile["terms"], marked)
    diffs = [
        (compare if part == "body" else compare_plain)(old.content[part], new.content[part])
        for part in changed & set(TEXT_PARTS)
    ]
    return Change(
        touches=found,
        material=[touch for touch in found if touch.kind in rules["changes.material_when"]],
        changed=tuple(sorted(changed)),
        beyond=tuple(sorted(changed - set(TEXT_PARTS))),
        text_only=all(diff.text_only for diff in diffs),
        characters=sum(diff.characters for diff in diffs),
        most=rules["changes.minor_characters"],
    )


def change_of(story, edition):
    """What publishing this Edition would change of what is live; None where nothing is."""
    return change_between(story.live_edition, edition, profile_of(story)) if story.is_live else None


def with_place(edition, story):
    """Where the editor does not say where the note stands, what the change touches does."""
    if not (story.is_live and Kind(edition.kind).needs_public_note) or edition.content["placement"]:
        return edition
    serious = set(profile_of(story)["rules"]["corrections.top_when"])
    is_serious = edition.kind == Kind.EDITORS_NOTE or serious & {*change_of(story, edition).kinds}
    return placed(edition, "top" if is_serious else "foot")


def said(touch):
    """A figure (Text): “18 months” → “19 months”."""
    words = {"what": Touched(touch.kind).label.lower(), "part": PARTS.get(touch.part, touch.part)}
    if touch.before and touch.after:
        return _("{what} ({part}): “{before}” → “{after}”").format(**words, before=touch.before, after=touch.after)
    if touch.before:
        return _("{what} ({part}): “{before}” taken out").format(**words, before=touch.before)
    return _("{what} ({part}): “{after}” put in").format(**words, after=touch.after)
