"""What a redaction reaches: every column that holds words, and what several stories may share."""

from django.contrib.admin.models import LogEntry

from articles.models import (
    Author,
    Byline,
    Case,
    Claim,
    Count,
    CountStep,
    Edition,
    ErrorReport,
    Evidence,
    Helpline,
    Label,
    Organization,
    OrganizationNote,
    Outbox,
    Path,
    Person,
    PersonNote,
    Picture,
    PolicyPage,
    Profile,
    ProtectedPerson,
    Redaction,
    ReplyRequest,
    ReplyStep,
    Restriction,
    Revision,
    Source,
    Story,
    StoryCase,
    StoryLabel,
    StoryOrganization,
    StoryPerson,
    StoryPicture,
    StorySource,
    StoryTag,
    StoryTask,
    StoryTopic,
    Tag,
    TagPage,
    Transition,
    Verdict,
)

PART = {"role_text": "text", "description": "text"}
NAMED = {"name": "text", "also_known_as": "json", "description": "text", "website": "url"}
TOPIC = {"description": "text", "synonyms": "json"}

# Every column with words in it, and how it is rewritten. An Article, its notices and the index are projected anew.
COLUMNS = {
    Story: {
        "slug": "story", "headline": "text", "standfirst": "text", "body": "html", "dateline": "text",
        "social_headline": "text", "description": "text", "desk_note": "text", "public_note": "text",
        "was_wrong": "text", "is_right": "text", "how_found": "text",
        "schedule_problem": "text", "refresh_problem": "text", "regions": "text",
        "import_ref": "trace",
    },
    Revision: {"snapshot": "json", "why": "text"},
    Edition: {"content": "json", "snapshot": "json", "public_note": "text"},
    Transition: {"note": "text", "findings": "json", "overrides": "json"},
    Claim: {"words": "text", "speaker_text": "text", "original": "text", "checked_how": "text", "former_files": "json"},
    Evidence: {"note": "text", "archived_url": "url", "file_name": "text"},
    Verdict: {"note": "text"},
    Case: {"name": "text", "court": "text", "docket": "text", "note": "text"},
    Count: {"offence": "text", "detail": "text"},
    CountStep: {"detail": "text"},
    Restriction: {"scope": "text", "legal_basis": "text", "lifted_why": "text"},
    StoryTask: {"text": "text", "reason": "text"},
    ErrorReport: {"about": "trace", "text": "text", "evidence": "text", "note": "text"},
    StoryTopic: {"note": "text", "reason": "text"},
    Helpline: {"name": "text", "number": "text", "url": "url", "hours": "text", "regions": "json"},
    PolicyPage: {"body": "html"},
    StoryPerson: PART,
    StoryOrganization: PART,
    StorySource: {
        "attribution": "text", "note": "text", "anonymity_words": "text", "anonymity_approved_as": "text",
    },
    ReplyRequest: {
        "asked": "json", "text": "text", "answer": "text", "proof_note": "text", "file_name": "text",
        "waiver_reason": "text",
    },
    ReplyStep: {"answer": "text", "note": "text"},
    StoryPicture: {"caption": "text", "alt_text": "text"},
    Person: NAMED,
    PersonNote: {"text": "text"},
    Organization: NAMED,
    OrganizationNote: {"text": "text"},
    Source: {"public_description": "text", "url": "url", "archived_url": "url"},
    Picture: {
        "title": "text", "alt_text": "text", "caption": "text", "credit": "text", "rights_holder": "text",
        "original_name": "text",
    },
    Tag: TOPIC | {"name": "name", "slug": "tag"},
    Label: TOPIC | {"name": "name", "slug": "label"},
    TagPage: {"name": "name", "slug": "tag", "description": "text"},
    Author: {
        "name": "text", "slug": "author", "job_title": "text", "biography": "text", "email": "url", "portrait": "json",
    },
    Profile: {"slug": "profile"} | NAMED,
    Path: {"path": "trace"},
    ProtectedPerson: {"public_label": "text", "legal_basis": "text"},
    Redaction: {"words": "text", "legal_basis": "text", "replaced_by": "text"},
    Outbox: {"payload": "json", "error": "text"},
    LogEntry: {"object_repr": "text", "change_message": "log"},
}  # fmt: skip

# What several stories may share: (record, its row in a story, the row's column, the story's, the list in a snapshot).
SHARED = (
    (Person, StoryPerson, "person", "story", "people"),
    (Organization, StoryOrganization, "organization", "story", "organizations"),
    (Source, StorySource, "source", "story", "sources"),
    (Picture, StoryPicture, "picture", "story", "pictures"),
    (Tag, StoryTag, "tag", "content_object", "tags"),
    (Label, StoryLabel, "tag", "content_object", "labels"),
    (Author, Byline, "author", "story", "bylines"),
    (Case, StoryCase, "case", "story", "cases"),
)
COURTS = {Count: "case", CountStep: "count__case", Restriction: "case"}
ADDRESSED = {"story": (Story,), "tag": (Tag, TagPage), "label": (Label,), "author": (Author,), "profile": (Profile,)}
