"""Private details of sources, and people who must not be identified."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actions.watching import watch_soon
from articles.models import ConfidentialRead, ProtectedPerson, SourceDetail
from articles.publishing.confidential import seal, unseal
from articles.publishing.protected import hashes_of

FACTS = ("name", "contact", "notes")


def read_detail(source, *, by, now=None):
    """Who a source is, {"name", "contact", "notes"}, or None; the reading is logged first."""
    if not by.has_perm("articles.view_sourcedetail"):
        raise PermissionDenied(_("You may not read who this source is."))
    detail = SourceDetail.objects.visible_to(by).filter(source=source).first()
    if detail is None:
        return None
    ConfidentialRead.objects.create(detail_number=source.pk, by=by, at=now or timezone.now())
    return unseal(detail.sealed)


def write_detail(source, *, by, facts):
    """Seals who a source is. Whoever may only add may not replace what is there, nor learn that it is."""
    exists = SourceDetail.objects.filter(source=source).exists()
    right = "change_sourcedetail" if exists else "add_sourcedetail"
    if not by.has_perm(f"articles.{right}"):
        raise PermissionDenied(_("You may not write down who this source is."))
    sealed = seal({name: facts.get(name, "") for name in FACTS})
    with transaction.atomic():
        SourceDetail.objects.update_or_create(source=source, defaults={"sealed": sealed})


def protect(*, by, public_label, reason, phrases, legal_basis=""):
    """Records somebody who must not be identified, and has every live story looked through.

    phrases (name, handles, addresses) are hashed, not kept.
    """
    if not by.has_perm("articles.add_protectedperson"):
        raise PermissionDenied(_("You may not do this."))
    with transaction.atomic():
        made = ProtectedPerson.objects.create(
            public_label=public_label, reason=reason, legal_basis=legal_basis, forbidden_hashes=hashes_of(phrases)
        )
        watch_soon()
    return made
