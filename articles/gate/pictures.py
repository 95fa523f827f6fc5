"""What every picture says of itself."""

from django.utils.translation import gettext as _

from articles.gate.registry import Caution, Group, check


@check(Group.PICTURES)
def every_picture_has_alt_text(snapshot, edition):
    for picture in snapshot["pictures"]:
        if not picture["alt"].strip():
            yield Caution("pictures.C001", _("No alt text: what is to be seen?"), "pictures", picture["title"])


@check(Group.PICTURES)
def every_picture_has_a_credit(snapshot, edition):
    for picture in snapshot["pictures"]:
        if not picture["credit"].strip():
            yield Caution("pictures.C002", _("No credit: who made it?"), "pictures", picture["title"])


@check(Group.PICTURES)
def every_picture_has_its_rights(snapshot, edition):
    for picture in snapshot["pictures"]:
        if not picture["rights_holder"].strip():
            yield Caution("pictures.C003", _("No rights holder: who lets us use it?"), "pictures", picture["title"])
