"""The readers' addresses; also what the desk reverses readers' addresses with."""

urlpatterns = []
handler400 = "newsroom.errors.bad_request"
handler403 = "newsroom.errors.refused"
handler404 = "newsroom.errors.not_found"
handler500 = "newsroom.errors.broken"
