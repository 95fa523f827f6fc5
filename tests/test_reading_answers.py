"""Headers of readers' answers: caching, purging, conditional requests, compression, and what is never in them."""

import gzip

import pytest

from tests.make_public import make_article, make_author, make_profile, make_section, make_tag, picture, take_down

pytestmark = pytest.mark.django_db

EVERY_PAGE = ["/", "/sections/harbour/", "/tags/ferries/", "/authors/ida-moss/", "/people/ora-vane/", "/archive/"]
EVERY_PAGE += [
    "/2026/11/",
    "/corrections/",
    "/opinion/",
    "/search/?q=council",
    "/feed.xml",
    "/sitemap.xml",
    "/sitemap-pages.xml",
]
EVERY_PAGE += [
    "/sitemap-stories-0.xml",
    "/sitemap-news.xml",
    "/robots.txt",
    "/2026/11/late/",
    "/never/",
    "/2026/11/gone/",
]


@pytest.fixture
def article():
    take_down(make_article(slug="gone", number=1))
    return make_article(slug="late", number=2, tags=[make_tag()], profiles=[make_profile()])


@pytest.mark.usefixtures("article")
class TestEveryPage:
    @pytest.mark.parametrize("path", EVERY_PAGE)
    def test_it_sets_no_cookie_and_varies_by_encoding_only(self, client, path):
        response = client.get(path)
        assert not response.cookies
        assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
        assert "csrf" not in response.content.decode().lower()

    @pytest.mark.parametrize("path", EVERY_PAGE)
    def test_whoever_asks_gets_the_same_bytes(self, client, admin_client, path):
        headers = {
            "accept-language": "de",
            "user-agent": "x",
            "cookie": "sessionid=1",
            "x-forwarded-host": "evil.example",
        }
        plain = client.get(path)
        assert admin_client.get(path, headers=headers).content == plain.content
        assert b"evil.example" not in plain.content

    @pytest.mark.parametrize("path", [path for path in EVERY_PAGE if path not in {"/never/", "/2026/11/gone/"}])
    def test_a_second_request_with_its_etag_is_304(self, client, path):
        first = client.get(path)
        again = client.get(path, headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
        assert again["Cache-Control"] == first["Cache-Control"]

    @pytest.mark.parametrize("path", EVERY_PAGE)
    def test_head_answers_as_get_without_the_page(self, client, path):
        head, get = client.head(path), client.get(path)
        assert (head.status_code, head.content) == (get.status_code, b"")
        assert head.headers.get("ETag") == get.headers.get("ETag")


class TestConditional:
    def test_a_changed_page_is_sent_again(self, client, article):
        etag = client.get(article.path)["ETag"]
        type(article).objects.update(headline="Ferry on time")
        assert client.get(article.path, headers={"if-none-match": etag}).status_code == 200

    def test_a_date_alone_never_answers_304(self, client, article):
        """A take-down makes a list older, not newer: who asks by date would keep what was withdrawn."""
        modified = client.get("/tags/ferries/")["Last-Modified"]
        assert client.get("/tags/ferries/", headers={"if-modified-since": modified}).status_code == 200

    def test_a_withdrawn_story_is_not_hidden_by_an_etag(self, client, article):
        etag = client.get(article.path)["ETag"]
        take_down(article)
        assert client.get(article.path, headers={"if-none-match": etag}).status_code == 410


class TestCaching:
    def test_shared_caches_keep_pages_and_browsers_ask_again(self, client, article):
        told = client.get(article.path)["Cache-Control"]
        assert {"public", "max-age=0"} <= set(told.split(", "))
        assert all(word in told for word in ("s-maxage", "stale-while-revalidate", "stale-if-error"))

    def test_what_is_withdrawn_is_hardly_kept(self, client):
        gone = make_article()
        take_down(gone)
        assert client.get(gone.path)["Cache-Control"] == "public, max-age=0, s-maxage=10"

    def test_an_address_without_a_story_may_have_one_in_a_moment(self, client):
        """No purge could reach it: nothing is known of what will stand there."""
        assert client.get("/2026/11/soon/")["Cache-Control"] == "public, max-age=0, s-maxage=1"

    def test_a_story_is_purged_by_its_number_and_its_section(self, client, article):
        keys = client.get(article.path)["Surrogate-Key"].split()
        assert keys[:2] == [f"story-{article.story_number}", f"section-{article.section_id}"]

    def test_lists_are_purged_by_their_own_key_and_by_each_story_they_show(self, client, article):
        tag, author, profile, section = make_tag(), make_author(), make_profile(), make_section()
        story = f"story-{article.story_number}"
        for path, key in [
            ("/", "front"),
            (f"/sections/{section.slug}/", f"section-{section.pk}"),
            (f"/tags/{tag.slug}/", f"tag-{tag.pk}"),
            (f"/authors/{author.slug}/", f"author-{author.pk}"),
            (f"/people/{profile.slug}/", f"profile-{profile.pk}"),
            ("/feed.xml", "front"),
            (f"/tags/{tag.slug}/feed.xml", f"tag-{tag.pk}"),
            ("/2026/11/", "front"),
        ]:
            assert {key, story} <= set(client.get(path)["Surrogate-Key"].split()), path

    def test_a_page_with_a_teaser_is_purged_with_its_story(self, client, article):
        other = make_article(slug="other")
        assert f"story-{article.story_number}" in client.get(other.path)["Surrogate-Key"].split()


class TestCompression:
    def test_pages_are_compressed_to_the_same_bytes_each_time(self, client, article):
        first = client.get(article.path, headers={"accept-encoding": "gzip"})
        again = client.get(article.path, headers={"accept-encoding": "gzip"})
        assert first["Content-Encoding"] == "gzip"
        assert first.content == again.content
        assert gzip.decompress(first.content) == client.get(article.path).content

    def test_the_etag_is_the_same_compressed_or_not(self, client, article):
        compressed = client.get(article.path, headers={"accept-encoding": "gzip"})
        assert compressed["ETag"] == client.get(article.path)["ETag"]

    def test_the_desk_is_not_compressed(self, admin_client):
        response = admin_client.get("/admin/", headers={"accept-encoding": "gzip"})
        assert "Content-Encoding" not in response.headers


class TestRenditions:
    @pytest.fixture
    def name(self, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        name = picture()["renditions"][0]["name"]
        (tmp_path / name).write_bytes(b"pixels" * 100)
        (tmp_path / "secret.jpg").write_bytes(b"x")
        return name

    def test_a_file_is_served_for_ever_and_can_do_nothing(self, client, name):
        response = client.get(f"/media/{name}")
        assert b"".join(response.streaming_content) == b"pixels" * 100
        assert response["Content-Type"] == "image/webp"
        assert "immutable" in response["Cache-Control"]
        assert response["Content-Security-Policy"].endswith("sandbox")
        assert response["X-Content-Type-Options"] == "nosniff"

    def test_it_is_not_compressed_again(self, client, name):
        response = client.get(f"/media/{name}", headers={"accept-encoding": "gzip"})
        assert "Content-Encoding" not in response.headers

    def test_who_has_it_is_not_sent_it_again(self, client, name):
        assert client.get(f"/media/{name}", headers={"if-none-match": f'"{name}"'}).status_code == 304

    @pytest.mark.parametrize("other", ["secret.jpg", "..%2fsecret.jpg", "%2e%2e/x", "", "x" * 400, "a%00b.jpg"])
    def test_no_other_name_is_served(self, client, name, other):
        assert client.get(f"/media/{other}").status_code in {400, 404}
