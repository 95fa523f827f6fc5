"""What every picture says of itself."""

from django.utils.translation import gettext as _

from articles.gate.registry import Caution, Group, check


@check(Group.PICTURES)
def every_picture_has_alt_text(snapshot, edition):
    for picture in snapshot["pictures"]:
        if not picture["alt"].strip():
            message = _("No alt text: what is to be seen?")
            yield Caution("pictures.C001", message, "pictures.alt_text", picture["title"], picture["id"])


@check(Group.PICTURES)
def every_picture_has_a_credit(snapshot, edition):
    for picture in snapshot["pictures"]:
        if not picture["credit"].strip():
            message = _("No credit: who made it?")
            yield Caution("pictures.C002", message, "pictures", picture["title"], picture["id"])


@check(Group.PICTURES)
def every_picture_has_its_rights(snapshot, edition):
    for picture in snapshot["pictures"]:
        if not picture["rights_holder"].strip():
            message = _("No rights holder: who lets us use it?")
            yield Caution("pictures.C003", message, "pictures", picture["title"], picture["id"])
