"""`make run` without Django: secrets made once, and a supervisor that keeps a worker and stops with its server."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from django.conf import settings

from newsroom import first_run, serve

SERVER_CODE = """
import http.server, os
http.server.test(http.server.SimpleHTTPRequestHandler, port=int(os.environ["PORT"]), bind="127.0.0.1")
"""
SERVER = [sys.executable, "-c", SERVER_CODE]
WORKER = [sys.executable, "-c", "import os, time; open('worker.pids', 'a').write(f'{os.getpid()} '); time.sleep(60)"]
STUBBORN = [sys.executable, "-c", "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"]


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def eventually(true, seconds=20):
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)


class TestSecrets:
    def test_are_made_for_their_owner_only_and_once(self, tmp_path):
        path = tmp_path / "var" / "secrets.env"
        assert first_run.write_missing_secrets(path) == ["CONFIDENTIAL_KEYS", "SECRET_KEY"]
        made = path.read_text()
        assert path.stat().st_mode & 0o777 == 0o600
        assert first_run.write_missing_secrets(path) == []
        assert path.read_text() == made

    def test_that_are_there_stay_as_they_are(self, tmp_path):
        path = tmp_path / "secrets.env"
        path.write_text("SECRET_KEY=mine")
        path.chmod(0o644)
        assert first_run.write_missing_secrets(path) == ["CONFIDENTIAL_KEYS"]
        assert path.read_text().startswith("SECRET_KEY=mine\nCONFIDENTIAL_KEYS=")
        assert path.stat().st_mode & 0o777 == 0o600

    def test_are_never_the_same(self):
        one, other = first_run.new_secrets(), first_run.new_secrets()
        assert len(one["SECRET_KEY"]) >= 50
        assert not set(one.values()) & set(other.values())


class TestAddresses:
    def test_follow_the_port(self, monkeypatch, tmp_path):
        monkeypatch.setattr(serve, "VAR_DIR", tmp_path)
        monkeypatch.delenv("SITE_URL", raising=False)
        monkeypatch.setenv("PORT", "8123")
        assert serve.addresses() == (8123, "http://127.0.0.1:8123")

    def test_are_those_of_a_real_newsroom_where_one_was_set_up(self, monkeypatch, tmp_path):
        (tmp_path / "newsroom.env").write_text('NEWSROOM_NAME="The Courier"\nSITE_URL="https://courier.example"\n')
        monkeypatch.setattr(serve, "VAR_DIR", tmp_path)
        monkeypatch.delenv("SITE_URL", raising=False)
        assert serve.addresses()[1] == "https://courier.example"
        monkeypatch.setenv("SITE_URL", "http://here.example/")
        assert serve.addresses()[1] == "http://here.example"

    @pytest.mark.parametrize("port", ["x", "0", "70000", "-1"])
    def test_need_a_port_that_is_one(self, monkeypatch, port):
        monkeypatch.setenv("PORT", port)
        with pytest.raises(SystemExit, match="PORT is"):
            serve.addresses()

    def test_that_are_taken_are_refused_with_another_to_try(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            number = taken.getsockname()[1]
            with pytest.raises(SystemExit, match=f"Port {number} is taken.*PORT={number + 1}"):
                serve.refuse_taken(number)


class TestTheSupervisor:
    @pytest.fixture
    def supervised(self, tmp_path, port):
        """The supervisor in a process of its own, with a small server and a small worker."""
        running = []

        def start(server=SERVER, worker=WORKER):
            code = (
                f"from pathlib import Path; from newsroom import serve; serve.BASE_DIR = Path({str(tmp_path)!r});"
                f"serve.PATIENCE = 1; serve.SITE = {server!r}; serve.WORKER = {worker!r}; serve.main()"
            )
            own = os.environ | {"PYTHONPATH": str(settings.BASE_DIR), "PORT": str(port), "VAR_DIR": str(tmp_path)}
            own.pop("SITE_URL", None)
            process = subprocess.Popen(
                [sys.executable, "-c", code],
                env=own,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            running.append(process)
            return process

        yield start
        for process in running:
            if process.poll() is None:
                process.kill()
            process.stdout.close()

    @pytest.fixture
    def workers(self, tmp_path):
        path = tmp_path / "worker.pids"
        return lambda: [int(pid) for pid in path.read_text().split()] if path.exists() else []

    def answers(self, port):
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1).status == 200
        except OSError:
            return False

    def test_starts_both_announces_and_stops_both(self, supervised, port, workers, tmp_path):
        (tmp_path / "demo-logins.txt").write_text("mira a-password Reporter\n")
        process = supervised()
        eventually(lambda: self.answers(port) and workers())
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=20)[0]
        assert process.returncode == 0
        assert f"Readers  http://127.0.0.1:{port}/" in said
        assert f"Desk     http://127.0.0.1:{port}/admin/" in said
        assert "mira a-password Reporter" in said
        assert not self.answers(port)
        assert not is_alive(workers()[0])

    def test_starts_a_dead_worker_again(self, supervised, port, workers):
        process = supervised()
        eventually(workers)
        os.kill(workers()[0], signal.SIGKILL)
        eventually(lambda: len(workers()) == 2)
        assert is_alive(workers()[1])
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0

    def test_ends_with_its_server_and_says_so_to_the_shell(self, supervised, workers):
        process = supervised(server=[sys.executable, "-c", "import time; time.sleep(1); raise SystemExit(3)"])
        assert process.wait(20) == 3
        assert not any(is_alive(pid) for pid in workers())

    def test_does_not_wait_for_ever(self, supervised, port):
        process = supervised(worker=STUBBORN)
        eventually(lambda: self.answers(port))
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
