"""What the editor's scripts say, in the language of the person at the desk."""

from django.utils.translation import gettext as _


def strings():
    return _toolbar() | _dialogs() | _claims() | _state()


def _toolbar():
    return {
        "toolbar": _("Formatting"),
        "heading2": _("H2: heading"),
        "heading3": _("H3: smaller heading"),
        "bold": _("Bold"),
        "italic": _("Italic"),
        "bullets": _("Bulleted list"),
        "numbers": _("Numbered list"),
        "quote": _("Quote"),
        "pullquote": _("Pull quote"),
        "note": _("Footnote to the paragraph above"),
        "link": _("Link"),
        "unlink": _("Remove link"),
        "figure": _("Picture"),
        "undo": _("Undo"),
        "redo": _("Redo"),
        "person": _("Add person"),
        "organization": _("Add organization"),
        "personFrom": _("Add the selected name as a person"),
        "organizationFrom": _("Add the selected name as an organization"),
    }


def _dialogs():
    return {
        "linkTitle": _("Link"),
        "linkAddress": _("Address"),
        "linkHelp": _("https://…, mailto:…, tel:…, or a page of this site that begins with /"),
        "linkRefused": _("This address cannot be used. Begin with https://, mailto:, tel: or /."),
        "linkText": _("Words that carry the link"),
        "save": _("Save link"),
        "cancel": _("Cancel"),
        "pictureTitle": _("Choose a picture"),
        "search": _("Search the picture library"),
        "more": _("Show more"),
        "nothing": _("No picture matches."),
        "empty": _("The picture library is empty. Add a picture there first."),
        "found": _("Pictures found: %(count)s"),
        "close": _("Close"),
        "failed": _("The picture library does not answer. Your text is safe. Try again in a moment."),
        "expired": _("Your login has expired. Log in again in another tab, then try again here."),
        "refused": _("You may not see the picture library. Ask an administrator."),
    }


def _claims():
    return {
        "claim": _("Claim: bind the sentence or the selection"),
        "claimParagraph": _("Claim: bind the paragraph"),
        "claimRemove": _("Remove the claim"),
        "claimTitle": _("Claim"),
        "claimKind": _("What it is"),
        "claimAbout": _("About whom"),
        "claimNobody": _("Nobody in particular"),
        "claimSerious": _("Serious: it could harm somebody if wrong"),
        "claimSources": _("What supports it"),
        "claimSpeaker": _("Whose words"),
        "claimSpeakerHint": _("A name, or as the document calls them: “Jane Doe 1”"),
        "claimChecked": _("How they were checked"),
        "claimCheckedHint": _("For example “court transcript, page 12”"),
        "claimNoSources": _("Add sources in “People & sources”, then tick here what supports it."),
        "claimContradicts": _("%(source)s (contradicts it)"),
        "claimDone": _("Done"),
        "claimListed": _("In the list"),
        "claimMore": _("Evidence and verdict"),
        "fact": _("Fact"),
        "quotation": _("Quotation"),
        "allegation": _("Allegation"),
        "figureKind": _("Figure"),
    }


def _state():
    return {
        "words_one": _("%(count)s word"),
        "words_other": _("%(count)s words"),
        "minutes": _("about %(count)s min"),
        "alt": _("Alt text: %(text)s"),
        "noAlt": _("No alt text yet"),
        "noCredit": _("No credit yet"),
        "missing": _("This picture is not in the library any more."),
        "picture": _("Picture %(number)s"),
        "remove": _("Remove picture"),
        "notLoaded": _(
            "The editor did not load completely, so the text is read-only for now. Nothing is lost: saving keeps the "
            "text exactly as it is. Reload the page to go on writing; if this message comes back, tell your "
            "administrator."
        ),
        "wouldLose": _(
            "This text holds something that the editor cannot show (%(kinds)s), so the text is read-only for now. "
            "Nothing is lost: saving keeps the text exactly as it is. Tell your administrator."
        ),
        "reload": _("Reload the page"),
        "theWords": _("words"),
        "noFiles": _("Pictures come from the library: use the picture button."),
    }
