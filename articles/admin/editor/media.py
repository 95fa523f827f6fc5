"""The editor's import map is an inline script: the desk's content policy lets it run by its nonce only."""

from js_asset import Media


class EditorAdmin:
    """For a ModelAdmin whose form holds a BodyField: its scripts carry the request's nonce."""

    def render_change_form(self, request, context, *args, **kwargs):
        context["media"] = with_nonce(context["media"], request)
        return super().render_change_form(request, context, *args, **kwargs)


def with_nonce(media, request):
    """The same media, every tag with the nonce of this request."""
    return Media.from_media(media, nonce=str(request.csp_nonce))
