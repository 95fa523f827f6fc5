"""How gunicorn serves the newsroom: behind a proxy in production, alone in `make run`."""

import gc
import os

from gunicorn.http.wsgi import Response

bind = os.environ.get("BIND") or f"127.0.0.1:{os.environ.get('PORT') or 8000}"
worker_class = "sync"
workers = int(os.environ.get("WEB_CONCURRENCY") or 3)
timeout = 30
graceful_timeout = 20
max_requests = 2000
max_requests_jitter = 200
limit_request_line = 4094
control_socket_disable = True
accesslog = None  # the proxy's business: addresses of readers stay out of our logs
loglevel = "warning"

SETTLED = {20, 200}  # requests after which a worker has loaded most of what it will ever need


def post_request(worker, request, environ, response):
    """What stays for good is taken out of the collector's sight: looking through it takes a tenth of a second, and
    comes once in ten pages of the desk.
    """
    if worker.nr in SETTLED:
        gc.collect()
        gc.freeze()


_headers = Response.default_headers


def _without_server(response):
    """What serves the site is nobody's business."""
    return [header for header in _headers(response) if not header.lower().startswith("server:")]


Response.default_headers = _without_server
