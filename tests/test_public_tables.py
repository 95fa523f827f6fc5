"""The first law: a reader can only ever be shown public tables, whatever a view, a template or a query tries."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.db import connection
from django.http import HttpResponse, StreamingHttpResponse
from django.template import engines
from django.urls import path
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Person, Section, Story
from articles.publishing.tables import DeskTableRefused, only_public, public_tables_only

MINE = {"queryset": None, "template": "{% for story in stories %}{{ story.headline }}{% endfor %}"}


def raw(statement, params=None):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()


def show(request):
    """Renders a template with whatever queryset the test handed over."""
    template = engines["django"].from_string(MINE["template"])
    return HttpResponse(template.render({"stories": MINE["queryset"]}, request))


def show_raw(request):
    return HttpResponse(str(raw(MINE["sql"])))


def stream(request):
    def lines():
        for one in MINE["queryset"]:
            yield f"{one}\n"

    return StreamingHttpResponse(lines())


urlpatterns = [
    path("show/", show),
    path("raw/", show_raw),
    path("stream/", stream),
    path("admin/show/", show),
]


@pytest.fixture
def secret_story(db):
    author = User.objects.create(username="rosa", email="rosa@example.org")
    now = timezone.now()
    return Story.objects.create(
        slug="the-secret", headline="CANARY-DRAFT", created_by=author, created_at=now, updated_at=now
    )


@pytest.fixture
def article(db):
    section = Section.objects.create(name="Town", slug="town")
    now = timezone.now()
    return Article.objects.create(
        story_number=7, edition_number=1, kind="first", path="/2026/11/bridge/", section=section, type_of_work="news",
        language="en-gb", headline="The bridge reopens", body="<p>At last.</p>", text="At last.",
        first_published_at=now, published_at=now, updated_at=now,
    )  # fmt: skip


@pytest.fixture
def reader(client, secret_story):
    client.raise_request_exception = True
    return client


@pytest.mark.urls(__name__)
class TestAView:
    def test_that_is_handed_a_desk_queryset_is_refused_while_its_template_iterates(self, reader):
        MINE["queryset"] = Story.objects.all()
        with pytest.raises(DeskTableRefused, match="articles_story"):
            reader.get("/show/")

    def test_answers_500_without_a_word_of_it(self, reader):
        reader.raise_request_exception = False
        MINE["queryset"] = Story.objects.all()
        response = reader.get("/show/")
        assert response.status_code == 500
        assert b"CANARY" not in response.content

    def test_that_tries_raw_sql_is_refused(self, reader):
        MINE["sql"] = "SELECT headline FROM articles_story"
        with pytest.raises(DeskTableRefused):
            reader.get("/raw/")

    def test_that_follows_a_relation_out_of_a_public_row_is_refused(self, reader, article):
        MINE["queryset"] = [article]
        MINE["template"] = "{% for article in stories %}{{ article.section.name }}{% endfor %}"
        article.refresh_from_db()
        assert reader.get("/show/").content == b"Town"
        story = Story.objects.get()
        MINE["queryset"] = [story]
        MINE["template"] = (
            "{% for story in stories %}{% for one in story.people.all %}{{ one }}{% endfor %}{% endfor %}"
        )
        with pytest.raises(DeskTableRefused):
            reader.get("/show/")

    def test_that_reads_sessions_users_groups_or_the_desks_cache_is_refused(self, reader):
        MINE["template"] = "{% for one in stories %}{{ one }}{% endfor %}"
        for model in (Session, User, Group, Person):
            MINE["queryset"] = model.objects.all()
            with pytest.raises(DeskTableRefused):
                reader.get("/show/")
        MINE["sql"] = "SELECT * FROM desk_cache"
        with pytest.raises(DeskTableRefused):
            reader.get("/raw/")

    def test_that_streams_is_refused_though_its_middleware_is_done(self, reader):
        MINE["queryset"] = Story.objects.all()
        response = reader.get("/stream/")
        with pytest.raises(DeskTableRefused):
            b"".join(response.streaming_content)

    def test_may_stream_public_rows(self, reader, article):
        MINE["queryset"] = Article.objects.all().iterator()
        assert b"".join(reader.get("/stream/").streaming_content) == b"The bridge reopens\n"

    def test_of_the_desk_may_read_everything(self, reader, secret_story):
        MINE["queryset"] = Story.objects.all()
        MINE["template"] = "{% for story in stories %}{{ story.headline }}{% endfor %}"
        reader.force_login(User.objects.get())
        assert reader.get("/admin/show/").content == b"CANARY-DRAFT"

    def test_leaves_the_connection_free_afterwards(self, reader, article):
        MINE["queryset"] = Article.objects.all()
        reader.get("/show/")
        assert Story.objects.count() == 1


@pytest.mark.django_db
class TestTheWrapper:
    def test_within_itself_ends_with_the_outermost(self, secret_story):
        with public_tables_only():
            with public_tables_only():
                pass
            with pytest.raises(DeskTableRefused):
                Story.objects.count()
        assert Story.objects.count() == 1

    def test_is_gone_after_an_error(self, secret_story):
        with pytest.raises(ZeroDivisionError), public_tables_only():
            raise ZeroDivisionError
        assert Story.objects.count() == 1

    def test_holds_for_each_chunk_and_not_between_them(self, secret_story, article):
        chunks = only_public(str(one) for one in Article.objects.all())
        assert next(chunks) == "The bridge reopens"
        assert Story.objects.count() == 1
        with pytest.raises(DeskTableRefused):
            list(only_public(str(one) for model in (Story,) for one in model.objects.all()))
