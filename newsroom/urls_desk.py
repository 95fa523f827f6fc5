"""The desk's addresses, all below /admin/."""

from django.contrib import admin
from django.urls import path

urlpatterns = [path("admin/", admin.site.urls)]
handler400 = "newsroom.errors.bad_request"
handler403 = "newsroom.errors.refused"
handler404 = "newsroom.errors.not_found"
handler500 = "newsroom.errors.broken"
