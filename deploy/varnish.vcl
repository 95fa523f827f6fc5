vcl 4.1;

# In front of the readers' process. Pages are kept by address and forgotten by key: each answer names its keys
# (Surrogate-Key: story-12 section-3 front), and a publication sends PURGE with those it touches (PURGE_URLS). What was
# purged softly may stand in while it is made anew, or while the origin is away; what was withdrawn is gone at once, and
# an answer that does not say stale-if-error never stands in: a 404, where a story may be in a moment, or a page that was
# purged while it was made.
# Needs the module xkey (Debian: varnish-modules). Made of the table of settings:
#   python3 deploy/filled.py /etc/newsroom/newsroom.env deploy/varnish.vcl > /etc/varnish/default.vcl

import directors;
import std;
import xkey;

probe is_ready {
    .request =
        "GET /readyz HTTP/1.1"
        "Host: ${SITE_HOST}"
        "X-Forwarded-Proto: https"
        "Connection: close";
    .interval = 3s;
    .timeout = 2s;
    .window = 4;
    .threshold = 2;
    .initial = 2;
}

backend public_1 {
    .host = "${PUBLIC_1_HOST}";
    .port = "${PUBLIC_1_PORT}";
    .first_byte_timeout = 15s;
    .probe = is_ready;
}

backend public_2 {
    .host = "${PUBLIC_2_HOST}";
    .port = "${PUBLIC_2_PORT}";
    .first_byte_timeout = 15s;
    .probe = is_ready;
}

# The desk's processes and the worker, from this machine or from its own network. What comes from outside has passed
# nginx, which says so in X-Forwarded-Proto.
acl may_purge {
    "127.0.0.0"/8;
    "10.0.0.0"/8;
    "172.16.0.0"/12;
    "192.168.0.0"/16;
    "::1";
}

sub vcl_init {
    new newsroom = directors.round_robin();
    newsroom.add_backend(public_1);
    newsroom.add_backend(public_2);
}

sub vcl_recv {
    set req.backend_hint = newsroom.backend();
    if (req.method == "PURGE") {
        if (client.ip !~ may_purge || req.http.X-Forwarded-Proto) {
            return (synth(403, "Not from here"));
        }
        if (!req.http.Surrogate-Key) {
            return (synth(400, "No Surrogate-Key"));
        }
        if (req.http.Soft-Purge) {
            set req.http.X-Purged = xkey.softpurge(req.http.Surrogate-Key);
        } else {
            set req.http.X-Purged = xkey.purge(req.http.Surrogate-Key);
        }
        return (synth(200, "Purged " + req.http.X-Purged));
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Pages are the same for everybody. A search reads its parameters, a list the place where it goes on: anything else
    # that is written into an address would make a second copy.
    unset req.http.Cookie;
    unset req.http.Authorization;
    if (req.url ~ "\?") {
        set req.http.X-Kept = "";
        if (req.url ~ "^/((sections|tags|authors|people|organizations)/[^/?]+|corrections|opinion|[0-9]{4}/[0-9]{2})/\?(.*&)?before=[0-9]") {
            set req.http.X-Kept = regsub(req.url, "^[^?]*\?(?:.*&)?(before=[0-9][^&]*).*$", "\1");
        }
        if (req.url !~ "^/search/") {
            set req.url = regsub(req.url, "\?.*$", "");
            if (req.http.X-Kept != "") {
                set req.url = req.url + "?" + req.http.X-Kept;
            }
        }
        unset req.http.X-Kept;
    }
    # While the origin answers, a page stands in for seconds only; while it is away, for a day.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 30s;
    }
    return (hash);
}

sub vcl_backend_response {
    set beresp.grace = 24h;
    set beresp.keep = 1h;
    if (beresp.http.Cache-Control !~ "stale-if-error") {
        set beresp.grace = 0s;
        set beresp.keep = 0s;
    }
    if (beresp.http.Surrogate-Key) {
        set beresp.http.xkey = beresp.http.Surrogate-Key;
    }
    if (beresp.status >= 500) {
        # Rather the page before than an error page: with nothing kept, the error is passed on and not kept.
        if (bereq.is_bgfetch) {
            return (abandon);
        }
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        return (deliver);
    }
    if (beresp.http.Content-Type ~ "^(text/|application/(xml|json|ld\+json|rss\+xml|atom\+xml|feed\+json))") {
        set beresp.do_gzip = true;
    }
    if (beresp.http.Set-Cookie) {
        set beresp.uncacheable = true;
    }
    return (deliver);
}

sub vcl_deliver {
    unset resp.http.xkey;
    unset resp.http.X-Varnish;
    unset resp.http.Via;
    set resp.http.X-Cache = "miss";
    if (obj.hits > 0) {
        set resp.http.X-Cache = "hit";
    }
}
