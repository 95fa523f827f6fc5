"""Comment apart from fact, guesses at what people meant, and words that do harm."""

from django.utils.translation import gettext as _

from articles.gate.reading import reading_of, rule
from articles.gate.registry import Advice, Caution, Group, check


def note_on(said):
    """The words a list knows, and the reason it gives the writer."""
    return f"“{said.statement.text}”: {said.statement.term.reason}"


def _is_held_apart(snapshot, edition):
    return edition.content["type_of_work"] in rule(snapshot, "commentary.free_types")


@check(Group.FAIRNESS)
def news_is_free_of_commentary(snapshot, edition):
    for said in reading_of(snapshot, edition).of_kind("commentary"):
        if _is_held_apart(snapshot, edition) and not said.statement.attributed:
            message = _("The paper’s own opinion in a news report: somebody says this, or it goes.")
            yield Caution("fairness.C001", message, said.field, said.sentence, note=note_on(said))


@check(Group.FAIRNESS)
def nobody_is_said_to_have_meant_something(snapshot, edition):
    for said in reading_of(snapshot, edition).of_kind("motive"):
        spoken = said.statement.attributed or said.statement.negated
        if _is_held_apart(snapshot, edition) and not spoken:
            message = _("A judgement on what somebody meant or is like, and nobody who makes it.")
            yield Caution("fairness.C002", message, said.field, said.sentence, note=note_on(said))


@check(Group.LANGUAGE)
def words_that_do_harm_are_looked_at(snapshot, edition):
    for said in reading_of(snapshot, edition).of_kind("discouraged"):
        yield Advice("fairness.A001", _("Words that may do harm."), said.field, said.sentence, note=note_on(said))
