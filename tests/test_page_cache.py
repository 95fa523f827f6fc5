"""The page cache: what is kept, for how long, who makes it, and that what was withdrawn is never shown again."""

import gzip
import os
import threading
import time

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from accounts import roles
from articles import actions
from articles.models import Article, Outbox
from articles.models import Section as PublicSection
from articles.publishing import outbox, page_store
from articles.publishing.page_store import InFile, InRedis, Page
from articles.reading.headers import FOR_A_MOMENT, FRESH, STANDING_IN
from newsroom import pages
from tests import make
from tests.make_public import make_article, make_tag, take_down

REDIS = os.environ.get("TEST_REDIS_URL")
KINDS = ["file", pytest.param("redis", marks=pytest.mark.skipif(not REDIS, reason="TEST_REDIS_URL is not set"))]


@pytest.fixture(params=KINDS)
def store(request, tmp_path, settings, monkeypatch):
    found = InFile(tmp_path / "pages.sqlite3") if request.param == "file" else InRedis(REDIS, f"tests-{os.getpid()}")
    found.clear()
    settings.PAGE_CACHE = True
    monkeypatch.setattr(page_store, "store", lambda: found)
    return found


@pytest.fixture
def reader(store):
    return Client()


def a_page(text="old", at=None):
    content = text.encode()
    headers = {"ETag": f'W/"{text}"', "Content-Type": "text/html", "Vary": "Accept-Encoding"}
    return Page(time.time() if at is None else at, headers, content, gzip.compress(content))


def kept(store, name="/", text="old", keys=("front",), seconds=60):
    return store.keep(name, a_page(text), keys=list(keys), seconds=seconds, number=store.number())


class Origin:
    """Makes pages for the middleware, counts them, and takes its time."""

    def __init__(self, takes=0.0, keys="front story-1"):
        self.made, self.takes, self.keys, self.status = [], takes, keys, 200
        self.caching = FRESH

    def __call__(self, request):
        self.made.append(request.get_full_path())
        time.sleep(self.takes)
        headers = {"Surrogate-Key": self.keys, "Cache-Control": self.caching, "ETag": f'W/"{len(self.made)}"'}
        return HttpResponse(f"page {len(self.made)}", status=self.status, headers=headers)


def asked(cache, path="/", **headers):
    return cache(RequestFactory(headers=headers).get(path))


class TestTheStore:
    def test_what_is_kept_is_found_again_as_it_was(self, store):
        assert store.look("/") == (None, False)
        page = a_page("the page")
        assert store.keep("/", page, keys=["front"], seconds=60, number=store.number())
        assert store.look("/") == (page, True)

    def test_what_is_purged_softly_is_a_spare_and_what_is_withdrawn_is_gone(self, store):
        kept(store, "/a/", keys=["story-1", "front"])
        kept(store, "/b/", keys=["story-2"])
        store.forget(["story-1"], at_once=False)
        assert store.look("/a/")[0].content == b"old" and not store.look("/a/")[1]
        assert store.look("/b/")[1]
        store.forget(["front"], at_once=True)
        assert store.look("/a/") == (None, False)

    def test_a_page_that_was_being_made_while_its_key_was_purged_is_not_kept(self, store):
        number = store.number()
        store.forget(["story-1"], at_once=True)
        assert not store.keep("/", a_page(), keys=["front", "story-1"], seconds=60, number=number)
        assert store.look("/") == (None, False)
        assert store.keep("/", a_page(), keys=["front", "story-1"], seconds=60, number=store.number())

    def test_one_makes_a_page_and_who_died_over_it_holds_up_nobody_for_long(self, store, monkeypatch):
        monkeypatch.setattr(page_store, "LEASE", 0.1)
        assert store.take("/") and not store.take("/") and store.take("/other/")
        time.sleep(0.15)
        assert store.take("/")
        store.let_go("/")
        assert store.take("/")

    def test_forgetting_the_unknown_is_harmless_and_so_is_forgetting_twice(self, store):
        kept(store)
        for _ in range(2):
            store.forget(["front", "story-9", "sections"], at_once=True)
        assert store.look("/") == (None, False)


class TestTheFile:
    def test_two_processes_share_it(self, tmp_path):
        one, other = InFile(tmp_path / "pages.sqlite3"), InFile(tmp_path / "pages.sqlite3")
        kept(one)
        assert other.look("/")[1]
        other.forget(["front"], at_once=True)
        assert one.look("/") == (None, False)

    def test_it_does_not_grow_for_ever(self, tmp_path, monkeypatch):
        monkeypatch.setattr(InFile, "MOST", 20)
        store = InFile(tmp_path / "pages.sqlite3")
        for number in range(50):
            kept(store, f"/{number}/")
        found = [number for number in range(50) if store.look(f"/{number}/")[0]]
        assert len(found) <= 20 and found[-1] == 49

    def test_a_broken_file_is_begun_again(self, tmp_path):
        path = tmp_path / "pages.sqlite3"
        path.write_bytes(b"this is no database" * 100)
        store = InFile(path)
        assert store.look("/") == (None, False)
        store._resting_until = 0
        kept(store)
        assert store.look("/")[1]


class TestAStoreThatFails:
    @pytest.fixture(params=["file", "redis"])
    def broken(self, request, tmp_path):
        (tmp_path / "file").write_text("")
        return (
            InFile(tmp_path / "file" / "pages.sqlite3") if request.param == "file" else InRedis("redis://127.0.0.1:1/0")
        )

    def test_is_an_empty_one(self, broken, monkeypatch, settings):
        settings.PAGE_CACHE = True
        monkeypatch.setattr(page_store, "store", lambda: broken)
        origin = Origin()
        cache = pages.PageCache(origin)
        assert [asked(cache).content for _ in range(3)] == [b"page 1", b"page 2", b"page 3"]

    def test_is_not_asked_again_for_some_seconds(self, broken, monkeypatch):
        broken.look("/")
        monkeypatch.setattr(broken, "_look", lambda name: pytest.fail("asked again"))
        assert broken.look("/") == (None, False)

    def test_must_not_swallow_a_purge(self, broken):
        with pytest.raises(broken.errors):
            broken.forget(["front"], at_once=True)


class TestThePassage:
    def test_a_page_is_made_once_and_told_again(self, store):
        cache = pages.PageCache(origin := Origin())
        first, second = asked(cache), asked(cache)
        assert first.content == second.content == b"page 1"
        assert origin.made == ["/"] and second["Age"] == "0"

    def test_parameters_that_no_view_knows_make_no_second_page(self, store):
        cache = pages.PageCache(origin := Origin())
        for path in ("/tags/x/", "/tags/x/?utm_source=a", "/tags/x/?before=nonsense", "/tags/x/?b=1&before=&a=2"):
            asked(cache, path)
        assert len(origin.made) == 1

    def test_a_place_in_a_list_is_one_page_however_it_is_written(self, store):
        cache = pages.PageCache(origin := Origin())
        for at in ("2026-11-10T12:00:00Z_5", "2026-11-10T12:00:00%2B00:00_5", "2026-11-10%2013:00:00%2B01:00_5&x=1"):
            asked(cache, f"/tags/x/?before={at}")
        asked(cache, "/tags/x/")
        assert len(origin.made) == 2

    @pytest.mark.parametrize(
        "path", ["/search/?q=a", "/admin/", "/static/x.css", "/media/a-1.webp", "/robots.txt", "/x"]
    )
    def test_only_what_says_so_is_kept(self, store, path):
        cache = pages.PageCache(origin := Origin())
        asked(cache, path)
        asked(cache, path)
        assert len(origin.made) == 2

    @pytest.mark.parametrize("change", [{"status": 404}, {"status": 301}, {"keys": ""}, {"caching": "no-store"}])
    def test_only_a_shared_answer_with_keys_is_kept(self, store, change):
        origin = Origin()
        vars(origin).update(change)
        cache = pages.PageCache(origin)
        assert asked(cache).status_code == asked(cache).status_code == origin.status
        assert len(origin.made) == 2

    def test_who_can_unpack_gets_it_packed(self, store):
        cache = pages.PageCache(Origin())
        for _ in range(2):
            packed = asked(cache, accept_encoding="br, gzip")
            assert gzip.decompress(packed.content) == b"page 1"
            assert packed["Content-Encoding"] == "gzip" and packed["Content-Length"] == str(len(packed.content))
        assert asked(cache).content == b"page 1"

    def test_who_has_it_already_is_told_so(self, store):
        cache = pages.PageCache(Origin())
        etag = asked(cache)["ETag"]
        assert asked(cache, if_none_match=etag).status_code == 304
        assert asked(cache, if_none_match='W/"other"').status_code == 200

    def test_the_first_reader_s_own_question_is_nobody_else_s_answer(self, store):
        cache = pages.PageCache(Origin())
        assert asked(cache, if_none_match='W/"1"', accept_encoding="gzip", cookie="a=1").status_code == 304
        assert asked(cache).content == b"page 1"

    def test_where_the_origin_is_broken_the_page_before_stands_in(self, store):
        origin = Origin()
        cache = pages.PageCache(origin)
        asked(cache)
        store.forget(["front"], at_once=False)
        origin.status = 500
        answer = asked(cache)
        assert (answer.content, answer["Cache-Control"]) == (b"page 1", STANDING_IN)
        store.forget(["front"], at_once=True)
        assert asked(cache).status_code == 500

    @pytest.mark.parametrize("at_once", [True, False])
    def test_a_page_purged_while_it_was_made_is_kept_for_a_second_by_caches_in_front(self, store, at_once):
        """They had the purge before they had the page: nothing would tell them again."""
        origin = Origin()
        cache = pages.PageCache(lambda request: (store.forget(["front"], at_once=at_once), origin(request))[1])
        assert asked(cache)["Cache-Control"] == FOR_A_MOMENT
        cache = pages.PageCache(origin)
        assert [asked(cache)["Cache-Control"] for _ in range(2)] == [FRESH, FRESH]

    def test_the_page_before_is_kept_for_a_second_while_somebody_makes_the_new_one(self, store):
        cache = pages.PageCache(Origin())
        asked(cache)
        store.forget(["front"], at_once=False)
        store.take("/")
        answer = asked(cache)
        assert (answer.content, answer["Cache-Control"]) == (b"page 1", FOR_A_MOMENT)

    def test_a_page_made_past_all_patience_is_kept_for_a_second(self, store, monkeypatch):
        monkeypatch.setattr(pages, "PATIENCE", 0)
        cache = pages.PageCache(Origin())
        store.take("/")
        assert asked(cache)["Cache-Control"] == FOR_A_MOMENT

    def test_a_page_is_fresh_for_as_long_as_it_says(self, store):
        origin = Origin()
        origin.caching = "public, s-maxage=1"
        cache = pages.PageCache(origin)
        asked(cache)
        time.sleep(1.2)
        assert asked(cache).content == b"page 2"


class TestFiveHundredAtOnce:
    def crowd(self, cache, number=500):
        told, start = [], threading.Event()

        def ask():
            start.wait()
            told.append(asked(cache).content)

        threads = [threading.Thread(target=ask) for _ in range(number)]
        for thread in threads:
            thread.start()
        start.set()
        for thread in threads:
            thread.join()
        return told

    def test_a_purge_of_what_was_withdrawn_has_it_made_once_and_nobody_sees_the_page_before(self, store):
        cache = pages.PageCache(origin := Origin(takes=0.1))
        asked(cache)
        store.forget(["story-1"], at_once=True)
        assert set(self.crowd(cache)) == {b"page 2"}
        assert len(origin.made) == 2

    def test_after_any_other_purge_the_page_before_stands_in_while_it_is_made_once(self, store):
        cache = pages.PageCache(origin := Origin(takes=0.1))
        asked(cache)
        store.forget(["story-1"], at_once=False)
        assert set(self.crowd(cache)) <= {b"page 1", b"page 2"}
        assert asked(cache).content == b"page 2"
        assert len(origin.made) == 2


@pytest.mark.django_db
class TestReadersPages:
    def test_a_second_reader_asks_the_database_nothing(self, reader, django_assert_num_queries):
        article = make_article(tags=[make_tag()])
        paths = ["/", article.path, "/sections/harbour/", "/tags/ferries/", "/authors/ida-moss/", "/archive/"]
        paths += [
            "/2026/11/",
            "/corrections/",
            "/opinion/",
            "/opinion/feed.xml",
            "/feed.xml",
            "/tags/ferries/feed.json",
            "/sitemap.xml",
        ]
        first = [reader.get(path) for path in paths]
        with django_assert_num_queries(0):
            second = [reader.get(path) for path in paths]
        assert [page.content for page in first] == [page.content for page in second]
        assert all(page.status_code == 200 and page["Content-Security-Policy"] for page in second)

    def test_a_kept_page_says_the_same_as_one_made_anew(self, reader):
        article = make_article()
        kept_page, anew = [reader.get(article.path) for _ in range(2)][1], Client().get(article.path)
        assert {k: v for k, v in kept_page.headers.items() if k != "Age"} == {
            k: v for k, v in anew.headers.items() if k != "Age"
        }

    def test_a_host_that_is_not_ours_is_refused_though_the_page_is_kept(self, reader):
        reader.get("/")
        assert reader.get("/", headers={"host": "evil.example"}).status_code == 400

    def test_what_is_gone_is_not_kept(self, reader):
        article = make_article()
        take_down(article)
        assert reader.get(article.path).status_code == 410


@pytest.mark.django_db(transaction=True)
class TestPublications:
    """With real commits: what a reader sees right after each."""

    @pytest.fixture
    def editor(self):
        return make.make_user(roles.EDITOR)

    def test_a_publication_is_seen_at_once(self, reader):
        assert "harbour wall" not in reader.get("/").content.decode()
        make.make_live()
        assert "harbour wall" in reader.get("/").content.decode()

    def test_an_opinion_is_seen_at_once_among_all_of_it(self, reader):
        assert "harbour wall" not in reader.get("/opinion/").content.decode()
        make.make_live(type_of_work="opinion")
        for path in ("/opinion/", "/opinion/feed.xml"):
            assert "harbour wall" in reader.get(path).content.decode()

    def test_a_take_down_is_seen_at_once_and_is_purged_as_such(self, reader, editor):
        story = make.make_live()
        path = Article.objects.get(story_number=story.pk).path
        assert reader.get(path).status_code == 200
        actions.take_down(story, by=editor, note="")
        assert reader.get(path).status_code == 410
        assert "harbour wall" not in reader.get("/").content.decode()
        assert Outbox.objects.filter(kind="purge").order_by("-pk").first().payload["at_once"]

    def test_a_renamed_section_is_seen_at_once_on_every_page(self, reader, editor):
        make.make_live()
        section = PublicSection.objects.get()
        reader.get("/")
        section.name = "Waterfront"
        actions.keep(section, by=make.make_user(roles.ADMINISTRATOR))
        assert "Waterfront" in reader.get("/").content.decode()

    def test_a_crash_between_commit_and_purge_is_swept_up(self, reader, monkeypatch):
        reader.get("/")
        deliver = outbox.deliver
        monkeypatch.setattr(outbox, "deliver", lambda *args: None)
        make.make_live()
        assert "harbour wall" not in reader.get("/").content.decode()
        monkeypatch.setattr(outbox, "deliver", deliver)
        outbox.sweep()
        assert "harbour wall" in reader.get("/").content.decode()
