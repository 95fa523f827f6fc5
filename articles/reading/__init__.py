"""The readers' side: pages, feeds, sitemaps. Public tables only, no session, the same bytes for everyone."""
