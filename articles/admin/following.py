"""What a form says of changes that reach readers: who follows at once, what is approved anew, what is refused."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import actions, permissions


def tell(request, followed):
    """Says what else a saved change does."""
    if followed.live:
        count = followed.live
        if followed.is_later:
            text = ngettext(
                "Its page says so now; {count} live story follows within minutes.",
                "Its page says so now; {count} live stories follow within minutes.",
                count,
            )
        else:
            text = ngettext(
                "{count} live story that shows it follows at once.",
                "{count} live stories that show it follow at once.",
                count,
            )
        messages.info(request, text.format(count=count))
    if followed.voided:
        numbers = [story.pk for story in followed.voided]
        mine = permissions.stories_visible_to(request.user).filter(pk__in=numbers)
        names = ", ".join(f"“{story}”" for story in mine[:10]) or len(numbers)
        messages.warning(request, _("To be approved again, as their words change with it: {names}").format(names=names))


class PublicWords:
    """A form whose words stand on a public page: they name nobody who must not be identified."""

    public_words = ()

    def stands_on_a_page(self):
        return True

    def clean(self):
        cleaned = super().clean()
        said = self.cleaned_data
        found = actions.protected_in(*(said.get(name) or "" for name in self.public_words))
        if found and self.stands_on_a_page():
            numbers = ", ".join(f"PP-{number}" for number in found)
            raise ValidationError(_("Somebody who must not be identified could be: {numbers}.").format(numbers=numbers))
        return cleaned
