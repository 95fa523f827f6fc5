"""A story as data, beside its page: ninjs for partners. It answers what the page answers: moved, 410, 451."""

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404

from articles.models.public import Path
from articles.models.tombstones import Tombstone
from articles.publishing.render import absolute, of_ninjs, partners_copy, partners_copy_of_gone

from .headers import FLEETING, answer, for_readers, withdrawn
from .views import nfc

JSON = "application/json"


@for_readers
def ninjs(request, year, month, slug):
    asked = request.path_info.removesuffix("ninjs.json")
    path = get_object_or_404(Path.objects.for_page().at(nfc(asked)))
    story = path.article
    if story is None:
        return canceled(path)
    if story.path != asked:
        headers = {"Cache-Control": FLEETING, "Surrogate-Key": f"story-{story.story_number}"}
        return HttpResponsePermanentRedirect(of_ninjs(story), headers=headers)
    keys = [f"story-{story.story_number}", f"section-{story.section_id}"]
    text = partners_copy(story)
    response = answer(request, text, keys=keys, content_type=JSON, modified=story.published_at, robots="noindex")
    response.headers["Link"] = f'<{absolute(story.path)}>; rel="canonical"'
    return response


def canceled(path):
    """The status of the page, so that nobody takes it for a story; and the item, so that partners know which one."""
    response = withdrawn(path)
    stone = Tombstone.objects.of(Tombstone.PAPER, 0).for_story(path.story_number).first()
    if not stone:
        return response
    headers = dict(response.headers) | {"Content-Type": JSON}
    return HttpResponse(partners_copy_of_gone(stone), status=response.status_code, headers=headers)
