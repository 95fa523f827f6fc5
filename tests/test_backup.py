"""manage.py backup and restore: the drill. A newsroom is saved, lost, put back, and is the same."""

import json
import os
import stat

import pytest
from django.core.management import CommandError, call_command

from articles.models import Story
from tests.browser.newsroom_site import NewsroomSite
from tests.make import make_story

FILL = """
from django.conf import settings
from articles import actions
from tests.make import make_live, make_source, make_user
from accounts import roles
make_live(headline="The council votes to mend the wall")
actions.write_detail(make_source(), by=make_user(roles.EDITOR), facts={"name": "Ora Vane, in confidence"})
for folder in (settings.MEDIA_ROOT, settings.PRIVATE_MEDIA_ROOT):
    for name in ("ab/one.jpg", "two.webp"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes(range(256)) * 400 + name.encode())
"""
STATE = """
import hashlib
from django.db import DatabaseError, connection
from articles.models import Edition, SourceDetail
from articles.publishing import confidential
whole = hashlib.sha256()
with connection.cursor() as cursor:
    for table in sorted(connection.introspection.table_names()):
        cursor.execute(f"SELECT * FROM {table}")
        rows = [[bytes(value) if isinstance(value, memoryview) else value for value in row] for row in cursor]
        whole.update(repr((table, sorted(map(repr, rows)))).encode())
print(whole.hexdigest())
print([confidential.unseal(detail.sealed)["name"] for detail in SourceDetail.objects.all()])
try:
    Edition.objects.update(public_note="x")
except DatabaseError as error:
    print(error)
"""


@pytest.fixture(scope="module")
def site():
    site = NewsroomSite(f"drill_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}")
    site.empty()
    site.manage("migrate", "--verbosity=0")
    site.run_python(FILL)
    yield site
    site.stop()


@pytest.fixture(scope="module")
def made(site, tmp_path_factory):
    """(The folder of a backup of it, the file of its keys.)"""
    folder, keys = tmp_path_factory.mktemp("backups"), tmp_path_factory.mktemp("apart") / "keys.env"
    said = site.manage("backup", str(folder), "--keys", str(keys))
    (backup,) = folder.iterdir()
    assert said.startswith(f"{backup}: ")
    return backup, keys


def files_below(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class TestTheDrill:
    def test_what_was_lost_is_put_back_to_the_last_row_and_byte(self, site, made):
        before, media = site.run_python(STATE), files_below(site.var / "media")
        assert len(media) == 4
        site.empty()
        assert site.manage("restore", str(made[0])).startswith("Restored: ")
        after = site.run_python(STATE)
        assert after == before
        assert "['Ora Vane, in confidence']" in after
        assert "is append-only" in after
        assert files_below(site.var / "media") == media

    def test_files_that_were_here_stand_beside(self, site, made):
        ours = site.var / "media" / "private" / "of-today.jpg"
        ours.write_bytes(b"of today")
        site.manage("restore", str(made[0]), "--replace")
        assert not ours.exists()
        assert b"of today" in files_below(site.var / "media").values()


class TestABackup:
    def test_holds_no_key_and_no_name_of_a_source(self, made):
        keys = dict(line.split("=", 1) for line in made[1].read_text().splitlines())
        assert set(keys) == {"SECRET_KEY", "SECRET_KEY_FALLBACKS", "CONFIDENTIAL_KEYS", "TRACE_KEY"}
        for whole in files_below(made[0]).values():
            assert keys["CONFIDENTIAL_KEYS"].encode() not in whole
            assert b"Ora Vane" not in whole

    def test_is_nobody_elses_to_read(self, made):
        assert stat.S_IMODE(made[0].stat().st_mode) == 0o700
        assert stat.S_IMODE(made[1].stat().st_mode) == 0o600
        assert stat.S_IMODE((made[0] / "manifest.json").stat().st_mode) == 0o600

    def test_refuses_keys_among_the_backups(self, tmp_path):
        with pytest.raises(CommandError, match="Keep the keys apart"):
            call_command("backup", tmp_path, keys=tmp_path / "keys.env")
        assert not list(tmp_path.iterdir())

    def test_can_be_proved_whole_without_touching_anything(self, made, capsys):
        call_command("restore", made[0], check=True)
        assert capsys.readouterr().out.startswith("Whole: ")


class TestARestoreIsRefused:
    @pytest.mark.django_db
    def test_over_stories_unless_told(self, made):
        make_story()
        with pytest.raises(CommandError, match="Say --replace"):
            call_command("restore", made[0])
        assert Story.objects.exists()

    def test_of_a_backup_with_a_changed_byte(self, made):
        file = next(path for path in (made[0] / "media").rglob("*") if path.is_file())
        whole = file.read_bytes()
        file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        try:
            with pytest.raises(CommandError, match=f"not as they were written: .*{file.name}"):
                call_command("restore", made[0], replace=True)
        finally:
            file.write_bytes(whole)

    def test_where_other_keys_would_have_to_open_it(self, made, settings):
        settings.CONFIDENTIAL_KEYS = ["b3RoZXIta2V5cy1vdGhlci1rZXlzLW90aGVyLWtleXM="]
        with pytest.raises(CommandError, match="first set the keys that were kept apart"):
            call_command("restore", made[0], replace=True)

    def test_of_what_is_no_backup(self, tmp_path):
        with pytest.raises(CommandError, match="holds no whole backup"):
            call_command("restore", tmp_path, replace=True)

    def test_of_another_kind_of_database(self, made):
        manifest = made[0] / "manifest.json"
        text = manifest.read_text()
        manifest.write_text(json.dumps(json.loads(text) | {"engine": "oracle"}))
        try:
            with pytest.raises(CommandError, match="This is a backup of oracle"):
                call_command("restore", made[0], replace=True)
        finally:
            manifest.write_text(text)
