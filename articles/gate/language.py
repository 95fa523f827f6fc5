"""Marks of unfinished work, and advice on the text."""

from django.utils.translation import gettext as _

from articles import text
from articles.gate.registry import Advice, Caution, Group, check

HEADLINE = range(20, 111)  # characters that read well in lists and search results


@check(Group.LANGUAGE)
def no_editors_marks_are_left(snapshot, edition):
    content = edition.content
    fields = {"headline": content["headline"], "standfirst": content["standfirst"], "body": content["text"]}
    for field, value in fields.items():
        for where in text.editors_marks(value):
            yield Caution("language.C001", _("A mark of unfinished work is left in."), field, where)


@check(Group.LANGUAGE)
def the_headline_has_a_good_length(snapshot, edition):
    headline = edition.content["headline"]
    if headline and len(headline) not in HEADLINE:
        message = _("The headline has {count} characters; {least} to {most} read well.")
        counts = {"count": len(headline), "least": HEADLINE.start, "most": HEADLINE.stop - 1}
        yield Advice("language.A001", message.format(**counts), "headline")


@check(Group.LANGUAGE)
def the_headline_does_not_shout(snapshot, edition):
    if text.is_shouting(edition.content["headline"]):
        yield Advice("language.A002", _("The headline is in capitals."), "headline")


@check(Group.LANGUAGE)
def it_has_a_standfirst(snapshot, edition):
    if not edition.content["standfirst"]:
        yield Advice("language.A003", _("No standfirst: lists and feeds will show the first words."), "standfirst")


@check(Group.LANGUAGE)
def square_brackets_stand_in_quotations_only(snapshot, edition):
    for where in text.square_brackets_outside_quotations(edition.content["text"]):
        yield Advice("language.A004", _("Square brackets outside a quotation: a note to yourself?"), "body", where)


@check(Group.LANGUAGE)
def quotation_marks_are_balanced(snapshot, edition):
    for where in text.unbalanced_quotation_marks(edition.content["text"]):
        yield Advice("language.A005", _("A quotation is opened or closed only once."), "body", where)


@check(Group.LANGUAGE)
def links_look_whole(snapshot, edition):
    for where in text.suspicious_links(edition.content["body"]):
        yield Advice("language.A006", _("This link looks broken."), "body", where)
