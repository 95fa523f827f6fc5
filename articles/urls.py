"""The desk's own addresses, below /admin/ and before the admin's."""

from django.urls import path, re_path

from articles.admin import checklist
from articles.desk import (
    cases,
    changes,
    claims,
    history,
    moves,
    names,
    nothing,
    preview,
    profiles,
    redactions,
    replies,
    restrictions,
    searching,
    source_detail,
    tasks,
)

STORY = "articles/story/<int:number>/"
CLAIM = STORY + "claims/<int:claim>/"
PROFILE = "rules/<slug:code>/"

urlpatterns = [
    re_path(r"^r/", nothing.there),  # the admin's “view on site” would lead anybody to any address
    path("search/", searching.search),
    path(STORY + "move/<slug:name>/", moves.move, name="desk_move"),
    path("articles/story/add/checks/", checklist.checks, name="desk_checks"),
    path(STORY + "checks/", checklist.checks, name="desk_checks"),
    path(STORY + "tasks/<int:task>/close/", tasks.close, name="desk_close_task"),
    path(STORY + "claims/", claims.claims, name="desk_claims"),
    path(STORY + "claims/verdicts/", claims.verdicts, name="desk_claim_verdicts"),
    path(CLAIM, claims.describe, name="desk_claim"),
    path(CLAIM + "evidence/", claims.evidence, name="desk_claim_evidence"),
    path(STORY + "claims/remove/<int:evidence>/", claims.remove, name="desk_evidence_remove"),
    path(STORY + "claims/file/<int:evidence>/", claims.file, name="desk_evidence_file"),
    path(STORY + "replies/", replies.replies, name="desk_replies"),
    path(STORY + "replies/ask/", replies.ask, name="desk_reply_ask"),
    path(STORY + "replies/public/", replies.public, name="desk_reply_public"),
    path(STORY + "replies/waive/", replies.waive, name="desk_reply_waive"),
    path(STORY + "replies/letter/", replies.letter_text, name="desk_reply_letter"),
    path(STORY + "replies/<int:reply>/outcome/", replies.outcome, name="desk_reply_outcome"),
    path(STORY + "replies/<int:reply>/file/", replies.file, name="desk_reply_file"),
    path(STORY + "replies/sources/<int:use>/", replies.approve_source, name="desk_approve_source"),
    path(STORY + "preview/", preview.preview, name="desk_preview"),
    path(STORY + "difference/", changes.pending, name="desk_change"),
    path(STORY + "editions/<int:edition>/", changes.published, name="desk_edition"),
    path(STORY + "versions/<int:revision>/", history.compared, name="desk_compare"),
    path(STORY + "versions/<int:revision>/restore/", history.restore, name="desk_restore"),
    path(STORY + "redact/", redactions.redact, name="desk_redact"),
    path("redactions/", redactions.listed, name="desk_redactions"),
    path("redactions/new/", redactions.redact, name="desk_redact_all"),
    path("redactions/<int:number>/", redactions.shown, name="desk_redaction"),
    path("redactions/<int:number>/confirm/", redactions.confirm, name="desk_confirm_redaction"),
    path("articles/case/<int:number>/counts/new/", cases.accuse, name="desk_count_new"),
    path("articles/case/<int:number>/counts/<int:count>/", cases.move, name="desk_count"),
    path("articles/case/<int:number>/counts/<int:count>/holds/", cases.holds, name="desk_count_holds"),
    path("restrictions/", restrictions.listed, name="desk_restrictions"),
    path("restrictions/new/", restrictions.record, name="desk_restriction_new"),
    path("restrictions/<int:number>/", restrictions.shown, name="desk_restriction"),
    path("restrictions/<int:number>/lift/", restrictions.lift, name="desk_restriction_lift"),
    path("articles/source/<int:number>/detail/", source_detail.detail, name="desk_source_detail"),
    path("articles/person/<int:number>/page/", names.decide, {"kind": "person"}, name="desk_page_decision"),
    path("articles/organization/<int:number>/page/", names.decide, {"kind": "organization"}, name="desk_page_decision"),
    path("pictures/files/<str:name>", preview.picture_file, name="desk_picture_file"),
    path("rules/", profiles.every, name="desk_profiles"),
    path(PROFILE, profiles.page, name="desk_profile"),
    path(PROFILE + "review/", profiles.review, name="desk_profile_review"),
    path(PROFILE + "copy/", profiles.copy, name="desk_profile_copy"),
    path(PROFILE + "default/", profiles.make_default, name="desk_profile_default"),
    path(PROFILE + "words/", profiles.search, name="desk_profile_search"),
    path(PROFILE + "words/<int:number>/", profiles.term, name="desk_profile_term"),
    path(PROFILE + "lists/<str:name>/", profiles.terms, name="desk_profile_terms"),
    path(PROFILE + "rule/<str:key>/", profiles.rule, name="desk_profile_rule"),
]
