"""Pictures: the original kept private, renditions made from its pixels, public only while an Article uses them."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def new_stem():
    """An unguessable name for a picture's files (128 bits)."""
    return secrets.token_hex(16)


class Picture(models.Model):
    """An image in the library with what readers must be told about it."""

    stem = models.CharField(max_length=32, unique=True, default=new_stem, editable=False)
    title = models.CharField(_("title for the desk"), max_length=200)
    alt_text = models.CharField(
        _("alt text"), max_length=500, blank=True, help_text=_("What is to be seen, for those who cannot see it.")
    )
    caption = models.TextField(_("caption"), blank=True, max_length=1000)
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    rights_holder = models.CharField(_("rights holder"), max_length=200, blank=True)
    original_name = models.CharField(max_length=255, blank=True, editable=False)
    width = models.PositiveIntegerField(default=0, editable=False)
    height = models.PositiveIntegerField(default=0, editable=False)
    format = models.CharField(max_length=8, blank=True, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    renditions = models.JSONField(default=list, editable=False)  # [{"name", "width", "height", "format"}]
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True, editable=False)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-pk"]

    def __str__(self):
        return self.title


class StoryPicture(models.Model):
    """A picture's place in a story; caption and alt text may differ from the library's."""

    class Place(models.TextChoices):
        LEAD = "lead", _("Lead")
        INLINE = "inline", _("In the text")

    story = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="story_pictures")
    picture = models.ForeignKey(
        Picture, verbose_name=_("picture"), on_delete=models.PROTECT, related_name="story_pictures"
    )
    place = models.CharField(_("place"), max_length=8, choices=Place.choices, default=Place.LEAD)
    caption = models.TextField(_("caption for this story"), blank=True, max_length=1000)
    alt_text = models.CharField(_("alt text for this story"), max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("picture in this story")
        verbose_name_plural = _("pictures in this story")
        constraints = [
            models.UniqueConstraint(fields=["story", "picture"], name="story_picture_once"),
            models.UniqueConstraint(fields=["story"], condition=Q(place="lead"), name="one_lead_picture",
                                    violation_error_message=_("A story has one lead picture.")),
        ]  # fmt: skip

    def __str__(self):
        return str(self.picture)
