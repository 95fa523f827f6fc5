"""deploy/nginx.conf.template in a real nginx: whoever answered badly once is asked again by the next reader."""

import http.client
import ssl
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.test_two_faces import DESK, NGINX, READERS, certify, filled
from tests.test_varnish import free_port

pytestmark = pytest.mark.skipif(not NGINX, reason="no nginx here")


class BreaksOff(BaseHTTPRequestHandler):
    """Breaks off without an answer at /slow/, as a process does that is ended over it."""

    def do_GET(self):
        if self.path != "/slow/":
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

    def log_message(self, *args):
        pass


@pytest.fixture
def ask(tmp_path):
    """Asks nginx for a path at a host; behind it a single process."""
    origin = ThreadingHTTPServer(("127.0.0.1", 0), BreaksOff)
    threading.Thread(target=origin.serve_forever, args=(0.02,), daemon=True).start()
    port = free_port()
    table = dict.fromkeys(("READERS_DOOR", "DESK_BIND"), f"127.0.0.1:{origin.server_port}")
    table |= {f"PUBLIC_{number}_HOST": "127.0.0.1" for number in (1, 2)}
    table |= {f"PUBLIC_{number}_PORT": str(origin.server_port) for number in (1, 2)}
    table |= {"SITE_HOST": READERS, "DESK_HOST": DESK, "HTTP_PORT": str(free_port()), "HTTPS_PORT": str(port)}
    table |= {"CERTIFICATES": str(tmp_path), "MEDIA_DIR": str(tmp_path), "ACCESS_LOG": str(tmp_path / "access.log")}
    for host in (READERS, DESK):
        certify(tmp_path, host)
    (tmp_path / "newsroom.conf").write_text(filled("nginx.conf.template", table))
    own = " ".join(f"{one}_temp_path {tmp_path}/{one};" for one in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log; worker_processes 1; user root; events {{}}"
        f"http {{ {own} include {tmp_path}/newsroom.conf; }}"
    )
    process = subprocess.Popen([NGINX, "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")])

    def asked(path, host):
        one = http.client.HTTPSConnection("127.0.0.1", port, timeout=20, context=ssl._create_unverified_context())
        one.request("GET", path, headers={"Host": host})
        status = one.getresponse().status
        one.close()
        return status

    for _ in range(100):
        try:
            asked("/", READERS)
            break
        except OSError:
            time.sleep(0.05)
    yield asked
    process.terminate()
    process.wait(20)
    origin.shutdown()
    origin.server_close()


@pytest.mark.parametrize("host", [READERS, DESK])
def test_one_answer_that_breaks_off_takes_nobody_else_s_page_along(ask, host):
    for _ in range(3):
        assert ask("/slow/", host) == 503
        assert ask("/", host) == 200
