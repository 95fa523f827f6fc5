"""The shipped roles: capabilities in plain language, each with the permissions behind it. Roles are Django Groups.

Seeded once for each role that does not exist yet: a role that an administrator has edited is never overwritten.
"""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext_lazy as _

from accounts.models import OfferedCapability


def _articles(*names):
    return tuple(f"articles.{name}" for name in names)


def _record(model, *verbs):
    return _articles(*(f"{verb}_{model}" for verb in verbs))


@dataclass(frozen=True)
class Capability:
    """Something a person may do, as it is said to people. permissions: "app.codename" of all that it takes."""

    key: str
    label: str
    description: str
    permissions: tuple[str, ...]


READ = _articles(
    "view_story", "view_person", "view_organization", "view_source", "view_picture", "view_tag", "view_label",
    "view_section", "view_author",
)  # fmt: skip

CAPABILITIES = {
    one.key: one
    for one in (
        Capability(
            "read", _("See the desk"), _("Open stories, people, sources and pictures, without changing them."), READ
        ),
        Capability(
            "write",
            _("Write"),
            _("Start stories, edit one’s own drafts, add people, sources, tags and pictures, and submit."),
            READ
            + _articles("write_story", "add_story", "change_story")
            + _record("person", "add", "change")
            + _record("organization", "add", "change")
            + _record("source", "add", "change")
            + _record("tag", "add")
            + _record("label", "add")
            + _record("picture", "add")
            + _articles("add_sourcedetail"),
        ),
        Capability(
            "edit",
            _("Edit"),
            _("Edit anyone’s stories, send them back, ask legal, reopen, discard changes, spike, revive; answer"
              " readers’ reports."),
            READ
            + _articles("edit_story", "add_story", "change_story", "change_tag", "change_label")
            + _record("errorreport", "view", "change"),
        ),
        Capability(
            "approve",
            _("Approve"),
            _("Approve stories, and override cautions of the checks with a reason."),
            READ + _articles("approve_story", "override_caution"),
        ),
        Capability(
            "judge",
            _("Check facts"),
            _("Give verdicts on the claims in other people’s stories."),
            READ + _articles("judge_claim"),
        ),
        Capability(
            "waive_reply", _("Waive the right of reply"),
            _("Say, with a reason, that somebody a story accuses is not asked."),
            READ + _articles("waive_reply"),
        ),
        Capability(
            "anonymity", _("Approve anonymous sources"),
            _("Know who a source is, and approve that readers do not learn the name."),
            READ + _articles("approve_anonymity"),
        ),
        Capability(
            "publish", _("Publish"), _("Schedule and publish approved stories."), READ + _articles("publish_story")
        ),
        Capability(
            "fix", _("Fix at once"), _("Publish a minor fix to a live story; somebody looks afterwards."),
            READ + _articles("fix_story"),
        ),
        Capability(
            "retract", _("Retract"), _("Put a retraction in a live story’s place."), READ + _articles("retract_story")
        ),
        Capability(
            "take_down", _("Take down"), _("Take a live story off the site at once."),
            READ + _articles("take_down_story"),
        ),
        Capability(
            "redact", _("Remove words from the record"),
            _("Remove a name or other words from everything kept of a story, or of all, where keeping them does harm."),
            _articles("redact_story"),
        ),
        Capability(
            "bylines", _("Change bylines"), _("Change who a story is by, beyond the writer’s own draft."),
            READ + _articles("change_byline_story"),
        ),
        Capability(
            "clear_legal", _("Clear as legal"), _("Read stories with legal, clear them or send them back."),
            READ + _articles("clear_story"),
        ),
        Capability(
            "read_confidential",
            _("Know confidential sources"),
            _("Read and write who a confidential source is; every reading is logged."),
            READ + _record("sourcedetail", "view", "add", "change") + _articles("view_confidentialread"),
        ),
        Capability(
            "protect",
            _("Protect people"),
            _("Record people who must not be identified, and which sources are theirs."),
            READ + _record("protectedperson", "view", "add", "change") + _record("source", "add", "change"),
        ),
        Capability(
            "cases",
            _("Keep cases"),
            _("Record what people are accused of in court, how far it has come, and by which record."),
            READ + _record("case", "view", "add", "change") + _articles("keep_case"),
        ),
        Capability(
            "restrictions",
            _("Keep reporting restrictions"),
            _("Record and lift what courts and laws forbid to report, and read what these orders say."),
            READ + _articles("view_restriction", "keep_restriction", "view_case"),
        ),
        Capability(
            "helplines", _("Keep the helplines"),
            _("Add and change the helplines that readers are shown, and say that one has tried them."),
            _record("helpline", "view", "add", "change"),
        ),
        Capability(
            "desk_notes", _("Read desk notes"), _("Read and write the desk’s notes on people and organizations."),
            READ
            + _record("personnote", "view", "add", "change")
            + _record("organizationnote", "view", "add", "change"),
        ),
        Capability(
            "pictures", _("Keep the picture library"), _("Add pictures, and change captions, credits and rights."),
            READ + _record("picture", "add", "change"),
        ),
        Capability(
            "decide_pages", _("Decide on public pages"), _("Decide which people and organizations get a public page."),
            READ + _articles("decide_page_person", "decide_page_organization"),
        ),
        Capability(
            "sections",
            _("Keep sections and authors"),
            _("Name and order the sections, keep the authors’ pages, and say who writes as whom."),
            _record("section", "view", "add", "change")
            + _record("author", "view", "add", "change")
            + _record("writer", "view", "add", "change")
            + _articles("view_picture"),
        ),
        Capability(
            "own_pages", _("Keep the paper’s own pages"),
            _("Write what the paper says of itself: its ethics, corrections, owners, masthead, contact."),
            _record("policypage", "view", "add", "change"),
        ),
        Capability(
            "keep_profiles",
            _("Keep the jurisdiction profiles"),
            _("Change the rules and words that the checks go by, each with a reason, and answer for having read them."),
            _articles("keep_jurisdiction"),
        ),
        Capability(
            "manage_people",
            _("Manage people"),
            _("Invite people, change and deactivate them, see the roles page."),
            ("accounts.view_user", "accounts.add_user", "accounts.change_user", "auth.view_group"),
        ),
        Capability(
            "hand_out_roles",
            _("Hand out roles"),
            _("Give people the roles there are, also those with rights one does not hold oneself."),
            ("accounts.hand_out_roles",),
        ),
    )
}  # fmt: skip

REPORTER, EDITOR, LEGAL = "Reporter", "Editor", "Legal reviewer"
PICTURE_EDITOR, PUBLISHER, ADMINISTRATOR = "Picture editor", "Publisher", "Administrator"

ROLES = {
    REPORTER: ("read", "write", "cases"),
    EDITOR: (
        "read", "write", "edit", "approve", "judge", "publish", "fix", "retract", "take_down", "bylines", "pictures",
        "decide_pages", "desk_notes", "cases", "helplines", "waive_reply", "anonymity", "own_pages",
    ),
    LEGAL: (
        "read", "judge", "waive_reply", "anonymity", "cases", "restrictions", "clear_legal", "read_confidential",
        "protect", "desk_notes", "keep_profiles", "redact",
    ),
    PICTURE_EDITOR: ("read", "pictures"),
    PUBLISHER: ("read", "publish", "retract", "take_down"),
    ADMINISTRATOR: ("manage_people", "hand_out_roles", "sections", "keep_profiles", "redact", "helplines", "own_pages"),
}  # fmt: skip


def permissions_of(keys):
    """The Permission rows behind capabilities."""
    names = {name for key in keys for name in CAPABILITIES[key].permissions}
    wanted = {tuple(name.split(".")) for name in names}
    rows = Permission.objects.filter(codename__in={codename for _app, codename in wanted}).select_related(
        "content_type"
    )
    return [row for row in rows if (row.content_type.app_label, row.codename) in wanted]


def seed(new=()):
    """Creates the shipped roles that are missing. Needs the permissions to exist.

    new: permissions that this upgrade brought. A role that stands as it was shipped gets those meant for it; one that
    the newsroom has changed keeps what it has, and is only offered them.
    """
    new = set(new)
    for name, keys in ROLES.items():
        group, created = Group.objects.get_or_create(name=name)
        meant, held = set(permissions_of(keys)), set(group.permissions.all())
        brought = meant & new - held
        if created or held == meant - brought:
            group.permissions.add(*meant)
        elif brought:
            _offer(group, keys, brought)


def _offer(group, keys, brought):
    for key in keys:
        if set(permissions_of([key])) & brought:
            OfferedCapability.objects.get_or_create(role=group, key=key)


def offered():
    """{role: [Capability]} that upgrades meant for roles which the newsroom had changed, and nobody has decided on."""
    found = {}
    for one in OfferedCapability.objects.select_related("role"):
        if one.key in CAPABILITIES:
            found.setdefault(one.role, []).append(CAPABILITIES[one.key])
    return found


def role(name):
    """The Group of a role, by its name."""
    return Group.objects.get(name=name)


def capabilities_of_role(group):
    """The keys of the capabilities whose every permission the role has."""
    held = {f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.select_related("content_type")}
    return [key for key, one in CAPABILITIES.items() if held.issuperset(one.permissions)]


def capabilities_of(user):
    """{capability key: [why]}: the names of the roles that give it, or in words what else; [] where not held."""
    groups = list(user.groups.prefetch_related("permissions__content_type"))
    by_role = {group.name: set(capabilities_of_role(group)) for group in groups}
    own = {f"{p.content_type.app_label}.{p.codename}" for p in user.user_permissions.select_related("content_type")}
    found = {}
    for key, one in CAPABILITIES.items():
        why = [name for name, keys in by_role.items() if key in keys]
        if user.is_superuser:
            why.append(str(_("superuser")))
        elif not why and user.has_perms(one.permissions):
            why.append(str(_("a right given directly") if own & set(one.permissions) else _("several roles together")))
        found[key] = why if user.is_active else []
    return found
