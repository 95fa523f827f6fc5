"""The look of the admin: its title and the way through the desk at its side."""

from django.urls import reverse_lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


def _may(*permissions):
    """A link stands where one of these rights is held."""
    return lambda request: any(request.user.has_perm(permission) for permission in permissions)


def _list(title, icon, model, *further):
    link = reverse_lazy(f"admin:articles_{model}_changelist")
    return {"title": title, "icon": icon, "link": link, "permission": _may(f"articles.view_{model}", *further)}


STORIES = _list(_("Stories"), "article", "story", "articles.write_story", "articles.edit_story")
WAITING = {
    "title": _("Waiting for me"),
    "icon": "inbox",
    "link": format_lazy("{}?kept=waiting", reverse_lazy("admin:articles_story_changelist")),
    "active": lambda request: request.GET.get("kept") == "waiting",
    "permission": STORIES["permission"],
}
USERS = {
    "title": _("Users"),
    "icon": "badge",
    "link": reverse_lazy("admin:accounts_user_changelist"),
    "permission": _may("accounts.view_user"),
}
INVITATIONS = {
    "title": _("Invitations"),
    "icon": "person_add",
    "link": reverse_lazy("admin:accounts_invitation_changelist"),
    "permission": _may("accounts.add_user"),
}
REDACTIONS = {
    "title": _("Redactions"),
    "icon": "ink_eraser",
    "link": reverse_lazy("desk_redactions"),
    "permission": _may("articles.redact_story"),
}
ROLES = {
    "title": _("Roles"),
    "icon": "key",
    "link": reverse_lazy("accounts_roles"),
    "permission": _may("auth.view_group"),
}
PROFILES = {
    "title": _("Rules and law"),
    "icon": "gavel",
    "link": reverse_lazy("desk_profiles"),
    "permission": _may("articles.view_story", "articles.keep_jurisdiction"),
}
RESTRICTIONS = {
    "title": _("Restrictions"),
    "icon": "block",
    "link": reverse_lazy("desk_restrictions"),
    "permission": _may("articles.view_restriction", "articles.keep_restriction"),
}
STYLE = {"title": _("Style page"), "icon": "palette", "link": reverse_lazy("desk_style")}
NAVIGATION = [
    {"title": _("Desk"), "items": [STORIES, WAITING]},
    {
        "title": _("Who and how we know"),
        "items": [
            _list(_("People"), "person", "person"),
            _list(_("Organizations"), "corporate_fare", "organization"),
            _list(_("Sources"), "fact_check", "source"),
            _list(_("Cases"), "balance", "case", "articles.keep_case"),
            RESTRICTIONS,
            _list(_("Protected people"), "shield_person", "protectedperson"),
            _list(_("Helplines"), "support", "helpline"),
            REDACTIONS,
        ],
    },
    {
        "title": _("Library"),
        "items": [
            _list(_("Pictures"), "image", "picture"),
            _list(_("Tags"), "sell", "tag"),
            _list(_("Desk labels"), "label", "label"),
        ],
    },
    {
        "title": _("The paper"),
        "items": [
            _list(_("Sections"), "dashboard", "section"),
            _list(_("About the paper"), "info", "policypage"),
            _list(_("Authors"), "ink_pen", "author"),
            _list(_("Writers"), "contacts", "writer"),
            PROFILES,
            STYLE,
        ],
    },
    {"title": _("People and roles"), "items": [USERS, INVITATIONS, ROLES]},
]


BLUE = {
    "50": "oklch(97% .012 250)", "100": "oklch(94% .025 250)", "200": "oklch(88% .05 250)", "300": "oklch(79% .08 250)",
    "400": "oklch(68% .1 250)", "500": "oklch(63% .1 250)", "600": "oklch(42% .09 250)", "700": "oklch(37% .08 250)",
    "800": "oklch(32% .07 250)", "900": "oklch(28% .06 250)", "950": "oklch(20% .045 250)",
}  # fmt: skip


def look(name):
    """The skin's settings for a newsroom of this name."""
    return {
        "SITE_TITLE": name,
        "SITE_HEADER": name,
        "SITE_SUBHEADER": _("The desk"),
        "SITE_SYMBOL": "newspaper",
        "SHOW_HISTORY": False,
        "SHOW_VIEW_ON_SITE": False,
        "BORDER_RADIUS": "6px",
        "COLORS": {"primary": BLUE},
        "DASHBOARD_CALLBACK": "articles.desk.dashboard.boxes",
        "STYLES": [],
        "SIDEBAR": {"show_search": False, "show_all_applications": False, "navigation": NAVIGATION},
    }
