"""May this person do this to this story? The one place where rights meet objects."""

from django.conf import settings
from django.db.models import OuterRef, Subquery

from accounts.models import User
from articles.models import Redaction, ReplyRequest, Revision, Story, Terms, Transition
from articles.workflow import Status, after_edit

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"  # where roles are read


def _holds(user, *permissions):
    return user is not None and user.is_active and any(user.has_perm(f"articles.{name}") for name in permissions)


def is_writer(user, story):
    """One of the story's own writers, who still may write."""
    return _holds(user, "write_story") and user in story.writers.all()


def is_editor(user):
    return _holds(user, "edit_story")


def may_write(user):
    """Start a story."""
    return _holds(user, "write_story")


def may_see(user, story):
    """Open a story's pages on the desk: whoever may view stories at all; the desk works in the open."""
    return _holds(user, "view_story", "edit_story", "clear_story") or is_writer(user, story)


def may_edit(user, story):
    """Change the working copy in the status it is in now."""
    return edit_result(user, story) is not None


def edit_result(user, story):
    """The status the story would have after an edit by this person, or None where they may not edit it now."""
    if is_editor(user):
        return after_edit(story.status, by_writer=False)
    if is_writer(user, story):
        return after_edit(story.status, by_writer=True)
    return None


def may_move(user, move, story):
    """Make a move of the table: by right, as the story's writer, or (user None) as the clock."""
    if user is None:
        return move.clock
    return _holds(user, *move.permissions) or (move.writer and is_writer(user, story))


def may_override(user, right="override_caution"):
    """Put a reason in place of a caution. right: what the jurisdiction profile asks for with cautions of its kind."""
    return _holds(user, right)


def may_read_profiles(user):
    """See the rules that stories are held to: whoever works with stories, or keeps the rules."""
    return _holds(user, "view_story", "keep_jurisdiction")


def may_keep_profiles(user):
    return _holds(user, "keep_jurisdiction")


def may_try_helplines(user):
    """Call them, and say that they answered."""
    return _holds(user, "change_helpline")


def may_keep_policies(user):
    """Write what the paper says of itself."""
    return _holds(user, "change_policypage")


def may_see_cases(user):
    return _holds(user, "view_case", "keep_case")


def may_keep_cases(user):
    """Say how far a case has come."""
    return _holds(user, "keep_case")


def may_read_restrictions(user):
    """See that there are reporting restrictions, and what they say."""
    return _holds(user, "view_restriction", "keep_restriction")


def may_keep_restrictions(user):
    return _holds(user, "keep_restriction")


def may_take_down(user):
    return _holds(user, "take_down_story")


def who_may_take_down():
    """The active people who may, by whatever role."""
    return User.objects.with_perm("articles.take_down_story", backend=MODEL_BACKEND).filter(is_staff=True)


def may_support(user, story):
    """Work on the claims of a story: say what they are, link them to sources. In any status: it changes no word."""
    return is_editor(user) or is_writer(user, story)


def may_waive_reply(user, story):
    """Say that somebody a story accuses is not asked."""
    return _holds(user, "waive_reply") and may_see(user, story)


def replies_waiting_for(user):
    """Requests for a reply without an outcome, in stories that this person works on."""
    waiting = ReplyRequest.objects.waiting().with_people().select_related("story")
    if is_editor(user):
        return waiting
    return waiting.filter(story__writers=user) if may_write(user) else waiting.none()


def may_approve_anonymity(user, story):
    """Approve that readers do not learn who a source is; `is_writer` says in whose stories not."""
    return _holds(user, "approve_anonymity") and may_see(user, story)


def may_open_evidence(user, evidence):
    """Open a file that proves something. What came from somebody who is not on the record may show who that is: only
    who brought it, the story's writers, and those who may know confidential sources.
    """
    story = evidence.claim.story
    use = story.story_sources.filter(source=evidence.source).first()
    on_record = use is not None and use.terms == Terms.ON_RECORD
    is_protected = evidence.source.protected_person_id is not None
    if is_protected or (evidence.source.is_person and not on_record):
        return user.pk == evidence.by_id or is_writer(user, story) or _holds(user, "view_sourcedetail")
    return may_see(user, story)


def may_judge(user, claim):
    """Give verdicts; `stands_apart_from` says on whose words."""
    return _holds(user, "judge_claim") and may_see(user, claim.story)


def stands_apart_from(user, claim):
    """Neither a writer of the story nor who wrote or marked these words."""
    concerned = (claim.words_by_id, claim.created_by_id)
    return user.pk not in concerned and not claim.story.writers.filter(pk=user.pk).exists()


def may_look_again(user, story):
    """Say what became of the story's tasks: editors, and legal."""
    return _holds(user, "edit_story", "clear_story") and may_see(user, story)


def may_change_bylines(user, story):
    """A draft's own writers set its first byline; afterwards it is a right of its own."""
    return _holds(user, "change_byline_story") or (story.status == Status.DRAFT and is_writer(user, story))


def may_decide_page(user, kind):
    """Give a person or organization ("person", "organization") a public page, or take it away."""
    return _holds(user, f"decide_page_{kind}")


def may_fix(user):
    """Change what is live at once."""
    return _holds(user, "fix_story")


def may_redact(user):
    """Remove words from the whole record of a story, or of all."""
    return _holds(user, "redact_story")


def may_confirm_redaction(user):
    """Look at a redaction afterwards as the second person, and see the record of them."""
    return _holds(user, "redact_story", "edit_story", "publish_story")


def redactions_to_confirm(user):
    """Those that wait for a second person, for whoever may be it."""
    waiting = Redaction.objects.to_confirm().select_related("by").exclude(by=user)
    return waiting if may_confirm_redaction(user) else waiting.none()


def two_people_stand_behind(story, user):
    """Whether somebody else wrote or accepted the story after this person last edited it.

    `Revision.number` and `Transition.version` both count the story's versions, so they can be compared.
    """
    own = story.revisions.filter(by=user).order_by("-number").values_list("number", flat=True).first() or 0
    written = story.revisions.filter(number__gt=own).exclude(by=user).exists()
    accepted = story.transitions.filter(move="accept", version__gt=own).exclude(by=user).exists()
    return written or accepted


def one_person_newsroom():
    """The two-people rule is switched off by a setting (shown in a banner, written into every Transition)."""
    return settings.NEWSROOM_ONE_PERSON


def stories_visible_to(user):
    """The desk's stories that a person may open."""
    if _holds(user, "view_story", "edit_story", "clear_story"):
        return Story.objects.all()
    return Story.objects.mine(user) if may_write(user) else Story.objects.none()


def stories_waiting_for(user):
    """The stories on which this person is the next who can act. Each way to wait is looked for by itself: only where a
    story stands as it must is it asked who did what with it last.
    """
    first, *further = [found.order_by().values("pk") for found in _ways_to_wait(user)] or [Story.objects.none()]
    return stories_visible_to(user).filter(pk__in=first.union(*further, all=True) if further else first)


def _ways_to_wait(user):
    stories = Story.objects.all()
    if _holds(user, "edit_story", "approve_story"):
        written = Revision.objects.filter(story=OuterRef("pk")).order_by("-number").values("by")[:1]
        in_review = stories.filter(status=Status.IN_REVIEW)
        yield in_review.alias(last_written_by=Subquery(written)).exclude(last_written_by=user.pk)
    if _holds(user, "clear_story"):
        yield stories.filter(status=Status.LEGAL)
    if _holds(user, "publish_story"):
        yield stories.filter(status=Status.APPROVED)
        yield stories.filter(status=Status.SCHEDULED).exclude(schedule_problem="")
    moved = Transition.objects.filter(story=OuterRef("pk")).exclude(move="refresh").order_by("-version", "-pk")
    if _holds(user, "edit_story", "publish_story"):
        done = moved.filter(move__in=["publish_minor", "take_down"]).values("by")[:1]
        yield stories.to_confirm().alias(done_by=Subquery(done)).exclude(done_by=user.pk)
    if may_write(user):
        yield stories.drafts_of(user).alias(last_move=Subquery(moved.values("move")[:1])).filter(last_move="send_back")
