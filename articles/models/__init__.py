"""Facts and the vocabulary of queries: the desk's tables, and in `public` the readers'."""

from .history import Edition, Revision, Transition
from .people import Organization, OrganizationNote, Person, PersonNote, ProtectedPerson, Role
from .pictures import Picture, StoryPicture
from .public import (
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
from .sources import ConfidentialRead, Source, SourceDetail, StorySource, Terms
from .stories import Byline, Label, Story, StoryLabel, StoryOrganization, StoryPerson, StoryTag, Tag, Writer
from .workflow import Heartbeat, Outbox

__all__ = [
    "Article", "ArticleAuthor", "ArticleProfile", "ArticleTag", "Author", "Byline", "ConfidentialRead",
    "CorrectionNotice", "Edition", "Heartbeat", "Label", "Organization", "OrganizationNote", "Outbox", "Path",
    "Person", "PersonNote", "Picture", "Profile", "ProtectedPerson", "Revision", "Role", "Section", "Source",
    "SourceDetail", "Story", "StoryLabel", "StoryOrganization", "StoryPerson", "StoryPicture", "StorySource",
    "StoryTag", "Tag", "TagPage", "Terms", "Transition", "TypeOfWork", "Writer",
]  # fmt: skip
