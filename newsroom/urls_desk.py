"""The desk's addresses, all below /admin/, and the form by which readers report an error."""

from django.contrib import admin
from django.urls import include, path

from articles.desk import reporting

urlpatterns = [
    path("admin/", include("accounts.urls")),  # before the admin's own login and logout
    path("admin/editor/", include("articles.admin.editor.urls")),
    path("admin/", include("articles.urls")),
    path("admin/", admin.site.urls),
    path("report/", reporting.report, name="report"),
]
handler400 = "newsroom.errors.bad_request"
handler403 = "newsroom.errors.refused"
handler404 = "newsroom.errors.not_found"
handler429 = "accounts.views.too_many"
handler500 = "newsroom.errors.broken"
