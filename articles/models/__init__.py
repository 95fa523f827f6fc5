"""Facts and the vocabulary of queries: the desk's tables, and in `public` the readers'."""

from articles.models.care import Helpline, HelplineTrial, StoryTopic
from articles.models.claims import Claim, Evidence, Verdict
from articles.models.history import Edition, Revision, Transition
from articles.models.jurisdictions import Jurisdiction, JurisdictionChange, Rule, Term
from articles.models.kept import KeptPage
from articles.models.people import Organization, OrganizationNote, Person, PersonNote, ProtectedPerson, Role
from articles.models.pictures import Picture, StoryPicture
from articles.models.policies import PolicyKind, PolicyPage
from articles.models.proceedings import Case, Count, CountStep, Restriction, StoryCase
from articles.models.public import (
    Article,
    ArticleAuthor,
    ArticleProfile,
    ArticleTag,
    Author,
    CorrectionNotice,
    Path,
    Profile,
    Section,
    TagPage,
    TypeOfWork,
)
from articles.models.redactions import Redaction, RedactionConfirmation, RedactionDoor
from articles.models.replies import ReplyRequest, ReplyStep
from articles.models.reports import ErrorReport
from articles.models.sources import Anonymity, ConfidentialRead, Source, SourceDetail, StorySource, Terms
from articles.models.stories import (
    Byline,
    Label,
    Story,
    StoryLabel,
    StoryOrganization,
    StoryPerson,
    StoryTag,
    Tag,
    Writer,
)
from articles.models.tasks import StoryTask
from articles.models.tombstones import Tombstone
from articles.models.workflow import Heartbeat, Outbox

__all__ = [
    "Anonymity", "Article", "ArticleAuthor", "ArticleProfile", "ArticleTag", "Author", "Byline", "Case", "Claim",
    "ConfidentialRead", "CorrectionNotice", "Count", "CountStep", "Edition", "ErrorReport", "Evidence", "Heartbeat",
    "Helpline", "HelplineTrial", "Jurisdiction", "JurisdictionChange", "KeptPage", "Label", "Organization",
    "OrganizationNote", "Outbox", "Path", "Person", "PersonNote", "Picture", "PolicyKind", "PolicyPage", "Profile",
    "ProtectedPerson", "Redaction", "RedactionConfirmation", "RedactionDoor", "ReplyRequest", "ReplyStep",
    "Restriction", "Revision", "Role", "Rule", "Section", "Source", "SourceDetail", "Story", "StoryCase", "StoryLabel",
    "StoryOrganization", "StoryPerson", "StoryPicture", "StorySource", "StoryTag", "StoryTask", "StoryTopic", "Tag",
    "TagPage", "Term", "Terms", "Tombstone", "Transition", "TypeOfWork", "Verdict", "Writer",
]  # fmt: skip
