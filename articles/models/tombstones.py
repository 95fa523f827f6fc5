"""What machines are still told of a story that was withdrawn: a public table, without a relation to anything."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.public import Path


class TombstoneQuerySet(models.QuerySet):
    def of(self, page, number):
        """Of one feed: where stories stood that are withdrawn. number: 0 for the whole paper and for opinion."""
        return self.filter(page=page, page_number=number)

    def for_story(self, number):
        return self.filter(story_number=number)

    def since(self, moment):
        return self.filter(withdrawn_at__gte=moment)

    def newest_first(self):
        return self.order_by("-withdrawn_at", "-pk")


class Tombstone(models.Model):
    """What machines are told of a withdrawn story in each feed where it stood: number and times, and no word of it."""

    PAPER, OPINION = "paper", "opinion"  # feeds of which there is one: their number is 0

    story_number = models.BigIntegerField()
    page = models.CharField(
        max_length=8, choices=[(PAPER, _("The paper")), (OPINION, _("Opinion")), *Path.Page.choices]
    )
    page_number = models.BigIntegerField(default=0)
    edition_number = models.PositiveIntegerField()
    first_published_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField()

    objects = TombstoneQuerySet.as_manager()

    class Meta:
        db_table = "public_tombstone"
        indexes = [models.Index(fields=["page", "page_number", "withdrawn_at", "id"], name="tombstones_of_feed")]
        constraints = [
            models.UniqueConstraint(fields=["story_number", "page", "page_number"], name="one_tombstone_a_feed")
        ]

    def __str__(self):
        return f"{self.page} {self.page_number}: {self.story_number}"
