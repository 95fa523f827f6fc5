"""The skin's search over the desk's pages, which knows no wrong page."""

from django.contrib import admin
from django.core.paginator import InvalidPage
from django.http import Http404


def search(request):
    try:
        return admin.site.admin_view(admin.site.search)(request)
    except InvalidPage as error:
        raise Http404 from error
