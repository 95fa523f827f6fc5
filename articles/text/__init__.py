"""Functions on text: pure, no models, no queries."""

from articles.text.ages import ages
from articles.text.altered import is_altered, quoted_words
from articles.text.changes import Touch, is_reworded, marked_words, own_description, touched, touches
from articles.text.characters import legible, normal, printable, single_line
from articles.text.claims import Mark, claim_marks, claims_once, heard, marked_blocks, without_claims
from articles.text.comparison import Diff, compare, compare_plain
from articles.text.counted import counted
from articles.text.deaths import dead
from articles.text.faults import editors_marks, is_shouting
from articles.text.figures import Figure, figures
from articles.text.harmed import harmed
from articles.text.links import suspicious_links
from articles.text.markup import sanitise
from articles.text.names import Name, names
from articles.text.offences import is_another_offence
from articles.text.players import Player, player
from articles.text.prose import excerpt, paragraphs, plain, word_count, words_in
from articles.text.quotations import (
    Quotation,
    is_title,
    quotations,
    square_brackets_outside_quotations,
    unbalanced_quotation_marks,
)
from articles.text.redaction import Excerpt, Terms
from articles.text.sentences import Sentence, sentences
from articles.text.slugs import is_slug, numbered, slug_of
from articles.text.statements import Statement, statements
from articles.text.terms import Found, Term, found_terms

__all__ = [
    "Diff",
    "Excerpt",
    "Figure",
    "Found",
    "Mark",
    "Name",
    "Player",
    "Quotation",
    "Sentence",
    "Statement",
    "Term",
    "Terms",
    "Touch",
    "ages",
    "claim_marks",
    "claims_once",
    "compare",
    "compare_plain",
    "counted",
    "dead",
    "editors_marks",
    "excerpt",
    "figures",
    "found_terms",
    "harmed",
    "heard",
    "is_altered",
    "is_another_offence",
    "is_reworded",
    "is_shouting",
    "is_slug",
    "is_title",
    "legible",
    "marked_blocks",
    "marked_words",
    "names",
    "normal",
    "numbered",
    "own_description",
    "paragraphs",
    "plain",
    "player",
    "printable",
    "quotations",
    "quoted_words",
    "sanitise",
    "sentences",
    "single_line",
    "slug_of",
    "square_brackets_outside_quotations",
    "statements",
    "suspicious_links",
    "touched",
    "touches",
    "unbalanced_quotation_marks",
    "without_claims",
    "word_count",
    "words_in",
]
