"""The letter that asks for a reply: what the text says of somebody, and by when they may answer. No word on sources."""

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def letter(story, subject, claims, deadline, *, by):
    """Plain text in the story's language, from the words of the claims as they stand in the text."""
    with translation.override(story.language or settings.LANGUAGE_CODE):
        facts = {"newsroom": settings.NEWSROOM_NAME, "name": subject, "deadline": in_words(deadline)}
        opening = _("{newsroom} is preparing a report in which {name} is mentioned. We mean to publish the following:")
        paragraphs = [
            _("To {name}").format(**facts),
            opening.format(**facts),
            "\n".join(f"{number}. {claim.words}" for number, claim in enumerate(claims, 1)),
            _("Is this right, and what do you say to it? Please answer by {deadline}.").format(**facts),
            _("We report your answer, or that none came. If you need more time, please tell us at once."),
            f"{by}\n{settings.NEWSROOM_NAME}",
        ]
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def in_words(moment):
    """A deadline that nobody can misread: weekday, day, time and zone."""
    local = timezone.localtime(moment, timezone.get_default_timezone())
    # Translators: a date format with weekday, time and zone, for example 15:00 (BST) on Monday 4 May 2026
    return date_format(local, _("H:i (T) \\o\\n l j F Y"))
