"""The pages of stories as they were made when these were published: what the readers' side need not make again."""

from django.db import models

from articles.models.public import Article


class KeptPage(models.Model):
    """A story's page but for the parts that others change, too (navigation, foot, related stories).

    It is shown while the article still has this stamp, the program and the section's name are those that it was made
    with, and its hour has not passed; else the page is made anew, and the worker renews this row when it comes by.
    """

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="kept")
    stamp = models.BigIntegerField()  # of the article
    made_with = models.CharField(max_length=32)
    good_until = models.DateTimeField(null=True)
    html = models.TextField()

    class Meta:
        db_table = "public_keptpage"

    def __str__(self):
        return f"page of article {self.article_id}"
