"""The readers' addresses; also what the desk reverses readers' addresses with."""

from django.urls import include, path

urlpatterns = [path("", include("articles.reading.urls"))]
handler400 = "newsroom.errors.bad_request"
handler403 = "newsroom.errors.refused"
handler404 = "newsroom.errors.not_found"
handler500 = "newsroom.errors.broken"
