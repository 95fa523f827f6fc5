"""Readers' pages out of the cache: only what a view says may be kept, and for everybody the same.

A page is known by its address and those of its query's parameters that the view names (`cached` in
reading/headers.py): anything else that is written into an address makes no second page. Whoever finds a page missing
makes it; all others who come meanwhile get the one before, or wait for the new one where that was withdrawn. What
stands in, or was purged while it was made, caches in front of us keep for a second: the purge was there before it.
"""

import gzip
import re
import threading
import time
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse
from django.urls import Resolver404, resolve
from django.utils.cache import get_conditional_response
from django.utils.http import urlencode

from articles.publishing import page_store
from articles.publishing.page_store import Page
from articles.reading.headers import FOR_A_MOMENT, STANDING_IN

PATIENCE, PAUSE = 2, 0.01  # seconds
OF_THE_CLIENT = ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE", "HTTP_COOKIE")
_SECONDS = re.compile(r"s-maxage=(\d+)")


class Flight:
    """A page that a thread of this process is making: the others wait for it here, and leave the store in peace."""

    def __init__(self):
        self.landed = threading.Event()
        self.page = None  # as it was kept: nothing of it was purged meanwhile


class PageCache:
    def __init__(self, get_response):
        self.get_response = get_response
        self.store = page_store.store()
        if self.store is None:
            raise MiddlewareNotUsed
        self.flights, self.lock = {}, threading.Lock()

    def __call__(self, request):
        name = name_of(request)
        if name is None:
            return self.get_response(request)
        request.get_host()  # refuses a host that is not ours
        deadline = time.monotonic() + PATIENCE
        while True:
            page, is_fresh = self.store.look(name)
            if is_fresh:
                return answered(request, page)
            flight, is_mine = self.board(name)
            if is_mine:
                return self.flown(request, name, flight, deadline)
            if page:
                return answered(request, page, caching=FOR_A_MOMENT)
            flight.landed.wait(PATIENCE)
            if flight.page:
                return answered(request, flight.page)
            if time.monotonic() > deadline:
                return self.unkept(request)

    def board(self, name):
        """(the flight for this page, whether the caller is the one who makes it)"""
        with self.lock:
            is_mine = name not in self.flights
            return self.flights.setdefault(name, Flight()), is_mine

    def flown(self, request, name, flight, deadline):
        """The page for the one thread of this process that makes it, or has it from another process."""
        try:
            while not self.store.take(name):
                page, is_fresh = self.store.look(name)
                if page:
                    return answered(request, page, caching="" if is_fresh else FOR_A_MOMENT)
                if time.monotonic() > deadline:
                    return self.unkept(request)
                time.sleep(PAUSE)
            page, is_fresh = self.store.look(name)
            if is_fresh:  # somebody else has just landed
                self.store.let_go(name)
                return answered(request, page)
            return self.made(request, name, flight, page)
        finally:
            with self.lock:
                del self.flights[name]
            flight.landed.set()

    def made(self, request, name, flight, before):
        """The page made anew and kept; where the origin is broken, the one before."""
        number = self.store.number()
        response = self.plain(request, name)
        if response.status_code >= 500 and before:
            self.store.let_go(name)
            return answered(request, before, caching=STANDING_IN)
        keys, seconds = response.headers.get("Surrogate-Key", "").split(), seconds_of(response)
        if response.status_code != 200 or response.streaming or not keys or not seconds or number is None:
            self.store.let_go(name)
            return response
        page = Page(time.time(), dict(response.headers), response.content, gzip.compress(response.content, 6, mtime=0))
        if not self.store.keep(name, page, keys=keys, seconds=seconds, number=number):
            return answered(request, page, caching=FOR_A_MOMENT)
        flight.page = page
        return answered(request, page)

    def unkept(self, request):
        """The page made for this reader alone: nobody knows what was purged meanwhile."""
        response = self.get_response(request)
        if "s-maxage" in response.headers.get("Cache-Control", ""):
            response.headers["Cache-Control"] = FOR_A_MOMENT
        return response

    def plain(self, request, name):
        """The answer to anybody: whole, not compressed, whatever this reader's program has or can."""
        asked = {key: request.META.pop(key) for key in OF_THE_CLIENT if key in request.META}
        try:
            return self.get_response(request)
        except BaseException:
            self.store.let_go(name)
            raise
        finally:
            request.META |= asked


def seconds_of(response):
    match = _SECONDS.search(response.headers.get("Cache-Control", ""))
    return int(match[1]) if match else 0


def name_of(request):
    """What the page is kept as, or None where it is not kept."""
    if request.method not in ("GET", "HEAD"):
        return None
    known = known_query(request.path_info)
    if known is None:
        return None
    told = [(name, str(read(request.GET[name]) or "")) for name, read in known if name in request.GET]
    query = urlencode([(name, value) for name, value in told if value])
    return f"{request.path_info}?{query}" if query else request.path_info


@lru_cache(maxsize=10_000)
def known_query(path):
    """The parameters that the view at this address takes, each with how it is read; None where nothing is kept."""
    try:
        return getattr(resolve(path, settings.PUBLIC_URLCONF).func, "known_query", None)
    except Resolver404:
        return None


def answered(request, page, caching=""):
    """A kept page as this reader's program wants it: compressed, unchanged, or as it is. caching: where not its own."""
    is_packed = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    content = page.packed if is_packed else page.content
    headers = page.headers | {"Content-Length": str(len(content)), "Age": str(max(0, int(time.time() - page.made_at)))}
    if is_packed:
        headers["Content-Encoding"] = "gzip"
    if caching:
        headers |= {"Cache-Control": caching, "Age": "0"}
    response = HttpResponse(content, headers=headers)
    return get_conditional_response(request, etag=page.headers.get("ETag"), response=response)
