"""Markup that nobody should type: what hypothesis draws from."""

from hypothesis import strategies as st

TAGS = (
    "p br h1 h2 h3 h4 ul ol li blockquote strong b em i a aside figure hr sub sup table thead tbody tfoot tr th td div "
    "span svg math style script caption section pre s u font select option textarea title template img noscript iframe "
    "dl dt dd form input plaintext xmp mi mtext annotation-xml foreignObject center nobr object"
).split()
ATTRIBUTES = [
    "",
    ' href="https://a.example/x y"',
    ' href="/ok"',
    " href=//h",
    ' href="/\\h"',
    ' href="java\tscript:1"',
    " data-claim=7",
    " data-claim=8",
    " data-picture=12",
    ' data-picture="1 2"',
    " class=pullquote",
    " class=note",
    " colspan=3",
    " rowspan=900",
    " scope=ROW",
    " onclick=x",
    ' href="https://a.b/<>&quot;"',
]
WORDS = ["x", "word ", " ", "\n", "\xa0", "&nbsp;", "&lt;b&gt;", "&#x338;", "\u0338", "e", "\u0301", "\u0344" * 20]
WORDS += [
    "&#0;",
    "\x00",
    "\x0b",
    "\r\n",
    "&amp;lt;",
    "<",
    ">",
    '"',
    "&",
    "<!--",
    "-->",
    "\ufeff",
    "<![CDATA[",
    "\ud800",
]
MARKUP = st.lists(
    st.one_of(
        st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
        st.builds("</{}>".format, st.sampled_from(TAGS)),
        st.sampled_from(WORDS),
        st.text(max_size=8),
    ),
    max_size=40,
).map("".join)
