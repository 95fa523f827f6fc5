"""The style page: it shows every token and every piece, to the desk only."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.make import make_user
from tests.make_public import make_article, picture

pytestmark = pytest.mark.django_db
TOKENS = (settings.BASE_DIR / "static/reading/tokens.css").read_text()


@pytest.fixture
def shown(client):
    make_article(lead_picture=picture())
    client.force_login(make_user())
    return client.get("/admin/style/").content.decode()


def test_every_token_stands_on_it(shown):
    for name in set(re.findall(r"--([a-z0-9-]+):", TOKENS)):
        assert f"<code>--{name}</code>" in shown


def test_every_piece_of_a_text_stands_on_it(shown):
    for piece in ("pullquote", "note", "player player-film", "table", "contents", "how", "correction-head", "advisory"):
        assert f'class="{piece}' in shown, piece


def test_no_other_style_sheet_of_readers_names_a_colour():
    for sheet in ("site", "front", "story"):
        css = (Path(settings.BASE_DIR) / f"static/reading/{sheet}.css").read_text()
        assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", css)) <= {"#fff", "#5b3b00", "#664500"}, (
            sheet
        )  # the preview's banner


def test_strangers_are_asked_to_sign_in(client):
    assert client.get("/admin/style/").status_code == 302
