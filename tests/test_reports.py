"""“Report an error”: what readers send, what the desk gets, and what nobody keeps."""

import pytest
from django.test import Client, override_settings

from accounts import roles
from articles import actions
from articles.models import Article, ErrorReport, StoryTask
from tests.make import make_live, make_user

pytestmark = pytest.mark.django_db
WRONG = "The vote was on Tuesday, not on Monday."


@pytest.fixture
def reader():
    return Client(enforce_csrf_checks=True)


def send(reader, **fields):
    return reader.post("/report/", {"text": WRONG} | fields)


def path_of(story):
    return Article.objects.get(story_number=story.pk).path


class TestAReader:
    def test_gets_to_the_form_from_the_story_with_its_address_filled_in(self, reader):
        story = make_live(headline="Markt & Café öffnen")
        page = reader.get(path_of(story)).content.decode()
        link = page.split('href="/report/?about=')[1].split('"')[0]
        form = reader.get(f"/report/?about={link}").content.decode()
        assert f'value="{path_of(story)}"' in form

    def test_sends_it_without_cookie_token_or_login(self, reader):
        response = send(reader)
        assert (response.status_code, response["Location"]) == (302, "/report/?sent")
        assert not response.cookies
        assert "Set-Cookie" not in reader.get("/report/").headers
        assert "Your report is with the desk" in reader.get("/report/?sent").content.decode()

    def test_who_said_too_little_keeps_what_was_typed(self, reader):
        response = send(reader, text="wrong", evidence="I was there that day.", email="no address")
        page = response.content.decode()
        assert response.status_code == 422
        assert "Say a little more" in page
        assert "I was there that day." in page
        assert 'value="no address"' in page
        assert not ErrorReport.objects.exists()

    def test_may_not_flood_the_desk_and_keeps_what_was_typed(self, reader):
        for _ in range(5):
            assert send(reader).status_code == 302
        response = send(reader)
        assert response.status_code == 429
        assert WRONG in response.content.decode()
        assert ErrorReport.objects.count() == 5

    def test_that_fills_the_box_nobody_sees_is_thanked_and_forgotten(self, reader):
        assert send(reader, website="https://spam.example").status_code == 302
        assert not ErrorReport.objects.exists()

    @pytest.mark.parametrize("about", ["\x00", "/x" * 400, "https://news.example.org:99999/", "[", "💥"])
    def test_gets_words_and_no_failure_for_odd_addresses(self, reader, about):
        assert send(reader, about=about).status_code in {302, 400, 422}
        assert reader.get("/report/", {"about": about}).status_code in {200, 400}

    def test_finds_no_form_in_the_readers_process_but_is_led_to_the_desks(self, settings):
        settings.SITE, settings.ROOT_URLCONF = "public", "newsroom.urls_public"
        settings.DESK_URL = "https://desk.example.org"
        response = Client().get("/report/?about=/x/")
        assert response["Location"] == "https://desk.example.org/report/?about=/x/"

    def test_sees_nothing_of_the_desk_in_the_answer(self, reader):
        page = reader.get("/report/")
        assert "no-store" in page["Cache-Control"]
        assert page["X-Robots-Tag"] == "noindex"
        assert "/admin/" not in page.content.decode()


class TestTheDesk:
    def test_has_a_task_on_the_story_and_one_only(self, reader):
        story = make_live()
        send(reader, about=f"http://testserver{path_of(story)}#text")
        send(reader, about=path_of(story))
        task = StoryTask.objects.get()
        assert (task.story, task.kind) == (story, "report")
        assert WRONG in task.text
        assert story.reports.count() == 2

    def test_hears_of_stories_that_were_taken_down_too(self, reader):
        story = make_live()
        path = path_of(story)
        actions.take_down(story, by=make_user(roles.EDITOR))
        send(reader, about=path)
        assert ErrorReport.objects.get().story == story

    def test_sees_on_its_first_page_that_somebody_waits(self, reader, client):
        send(reader)
        client.force_login(make_user(roles.EDITOR))
        assert "1 reader reports an error" in client.get("/admin/").content.decode()
        client.force_login(make_user(roles.REPORTER))
        assert "reader reports an error" not in client.get("/admin/").content.decode()

    def test_reads_answers_and_closes_it_and_the_address_is_forgotten(self, reader, client):
        send(reader, email="jo@example.net", evidence="The minutes.")
        report = ErrorReport.objects.get()
        assert b"jo@example" not in bytes(report.sealed_contact)
        client.force_login(make_user(roles.EDITOR))
        address = f"/admin/articles/errorreport/{report.pk}/change/"
        page = client.get(address).content.decode()
        assert "jo@example.net" in page
        assert "The minutes." in page
        client.post(address, {"outcome": "corrected", "note": "Mended in edition 2.", "text": "forged"})
        report.refresh_from_db()
        assert (report.outcome, report.note, report.text) == ("corrected", "Mended in edition 2.", WRONG)
        assert report.sealed_contact is None
        assert report.closed_by.username
        assert "jo@example.net" not in client.get(address).content.decode()

    def test_says_what_became_of_it_or_does_not_close_it(self, reader, client):
        send(reader)
        report = ErrorReport.objects.get()
        client.force_login(make_user(roles.EDITOR))
        page = client.post(f"/admin/articles/errorreport/{report.pk}/change/", {"outcome": "", "note": "Hm."})
        assert "Say what became of it." in page.content.decode()
        assert ErrorReport.objects.open().exists()

    def test_closes_it_once(self, reader):
        send(reader)
        report, editor = ErrorReport.objects.get(), make_user(roles.EDITOR)
        actions.close_report(report, by=editor, outcome="right")
        with pytest.raises(actions.MoveRefused, match="closed this already"):
            actions.close_report(report, by=editor, outcome="junk")

    def test_keeps_it_from_who_may_not_read_it(self, reader, client):
        send(reader)
        client.force_login(make_user(roles.REPORTER))
        assert client.get("/admin/articles/errorreport/").status_code == 403

    @override_settings(LANGUAGE_CODE="de")
    def test_speaks_the_papers_language(self, reader):
        assert 'lang="de"' in reader.get("/report/").content.decode()
