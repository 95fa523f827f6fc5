"""The story on the desk. What is written goes through `actions` only; no form of ours saves a Story."""

from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from articles import actions, permissions
from articles.admin import claims, source_line, story_page, story_search, topics
from articles.admin.base import DeskAdmin, within_bounds
from articles.admin.editor import EditorAdmin, saved
from articles.admin.inlines import Bylines, Cases, Organizations, People, Pictures, Sources
from articles.admin.stale import stale_page
from articles.admin.story_form import StoryForm
from articles.admin.story_lists import InSection, Kept, Status, WrittenBy, badge
from articles.models import Story, TypeOfWork
from articles.publishing.snapshot import FIELDS
from articles.workflow import Status as Stands

NOT_BY_THE_MODEL = {"change_kind", "version", "topics"}  # declared by the form, not editable by the model


@admin.register(Story)
class StoryAdmin(EditorAdmin, DeskAdmin):
    form = StoryForm
    change_form_template = "admin/articles/story/change_form.html"
    compressed_fields = False  # labels stand above their fields
    is_versioned = True
    inlines = (Sources, People, Cases, Organizations, Pictures, Bylines)
    list_display = ("shown_headline", "shown_status", "section", "by", "updated_at")
    list_display_links = ("shown_headline",)
    list_filter = (Kept, Status, InSection, WrittenBy)
    search_fields = (
        "headline", "body_text", "slug", "story_tags__tag__name", "story_people__person__name",
        "story_organizations__organization__name",
    )  # fmt: skip
    search_help_text = _("Headline, text, tags, people and organizations")
    ordering = ("-updated_at", "-pk")

    # The list

    def get_queryset(self, request):
        return permissions.stories_visible_to(request.user).for_lists()

    @display(description=_("story"), ordering="headline")
    def shown_headline(self, story):
        return story.headline or _("(no headline yet)")

    @display(description=_("status"), ordering="status")
    def shown_status(self, story):
        label = Stands(story.status).label
        if story.is_live and story.status != Stands.PUBLISHED:
            label = _("Live; changes: {status}").format(status=label)
        return badge(story.status, str(label))

    @display(description=_("by"))
    def by(self, story):
        return ", ".join(str(line.author) for line in story.bylines.all()) or ", ".join(map(str, story.writers.all()))

    def get_search_results(self, request, queryset, search_term):
        words = within_bounds(search_term)
        return (queryset.filter(pk__in=story_search.found(words)) if words else queryset), False

    # Who may

    def has_module_permission(self, request):
        return request.user.is_active and self.has_view_permission(request)

    def has_add_permission(self, request):
        return permissions.may_write(request.user)

    def has_view_permission(self, request, obj=None):
        user = request.user
        if obj is None:
            return permissions.may_write(user) or any(
                user.has_perm(f"articles.{name}") for name in ("view_story", "edit_story", "clear_story")
            )
        return permissions.may_see(user, obj)

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return permissions.may_write(request.user) or permissions.is_editor(request.user)
        return permissions.may_edit(request.user, obj)

    # The form

    def get_fieldsets(self, request, obj=None):
        return story_page.fieldsets(obj, may_edit=self._writable(request, obj))

    def get_readonly_fields(self, request, obj=None):
        return () if self._writable(request, obj) else ("shown_text", "shown_topics")

    def _writable(self, request, obj):
        return self.has_add_permission(request) if obj is None else self.has_change_permission(request, obj)

    @display(description=_("text"))
    def shown_text(self, story):
        return story.body_text

    @display(description=_("what can hurt to read"))
    def shown_topics(self, story):
        return topics.in_words(story.story_topics.all()) or _("None")

    def get_form(self, request, obj=None, change=False, **kwargs):
        shown = kwargs.pop("fields", None) or flatten_fieldsets(self.get_fieldsets(request, obj))
        fields = [name for name in shown if name not in NOT_BY_THE_MODEL]
        form = super().get_form(request, obj, change=change, fields=fields, **kwargs)
        form.may_dismiss = permissions.is_editor(request.user)
        form.refusal = getattr(request, "refusal", "")
        return form

    def get_changeform_initial_data(self, request):
        """News, for the section one wrote for last: true of most stories, and seen at once where it is not."""
        usual = {"type_of_work": TypeOfWork.NEWS, "section": Story.objects.last_section_of(request.user)}
        asked = super().get_changeform_initial_data(request)
        asked.pop("embargo_until", None)  # a time in two boxes cannot be asked for in an address
        return usual | asked

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """A save that came too late answers with both texts; one that was refused with the form as it was sent."""
        story = self.get_object(request, object_id) if object_id and request.method == "POST" else None
        if story and self.has_change_permission(request, story) and request.POST.get("version") != str(story.version):
            return stale_page(self, request, story)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except actions.Stale as stale:
            return stale_page(self, request, stale.current)
        except (actions.MoveRefused, PermissionDenied) as refusal:
            if story is None or not self.has_change_permission(request, story):
                raise
            request.refusal = str(refusal)
        except IntegrityError:
            request.refusal = str(_("Something stands here twice. Nothing was saved yet; your text is below."))
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *args, **kwargs):
        story = context.get("original")
        context |= story_page.context(request, story, context)
        return super().render_change_form(request, context, *args, **kwargs)

    # Saving: law 3

    def save_model(self, request, obj, form, change):
        """A new story starts; an edited one is written in `save_related`, together with its rows."""
        if not change:
            fields = {name: getattr(obj, name) for name in FIELDS if name not in {"headline", "change_kind"}}
            started = actions.start(by=request.user, headline=obj.headline, **fields)
            obj.pk, obj.version, obj.slug = started.pk, started.version, started.slug
            obj.status, obj._state.adding = started.status, False

    def save_related(self, request, form, formsets, change):
        story = form.instance
        version = form.cleaned_data["version"] if change else story.version
        said = form.cleaned_data["claims"]
        with transaction.atomic():
            with actions.edit(story, by=request.user, version=version) as editing:
                editing.adopt(story)
                form.save_m2m()
                for formset in formsets:
                    if formset.model is Bylines.model and not change and formset.has_changed():
                        editing.story.bylines.all().delete()  # the writer chose others than the usual one
                    formset.save()
                if form.cleaned_data.get("topics") is not None:
                    actions.choose_topics(editing.story, form.cleaned_data["topics"], by=request.user)
                self._add_sources(editing.story, form.cleaned_data, request.user)
                editing.claims = claims.details(said)
            claims.support(editing.story, said, by=request.user)
        if editing.voided:
            told = _("This change made void: {what}.")
            messages.warning(request, told.format(what=", ".join(editing.voided)))
        for name in ("version", "status", "slug"):
            setattr(story, name, getattr(editing.story, name))

    def _add_sources(self, story, typed, user):
        """What the one-line box says, as sources of this story."""
        asked = (typed.get("source_lines") or (), typed.get("source_terms", ""), typed.get("own_reporting", False))
        position = story.story_sources.count()
        for number, use in enumerate(source_line.uses(*asked), position):
            use.story, use.position, use.source.created_by = story, number, user
            use.source.save()
            use.save()

    def response_add(self, request, obj, post_url_continue=None):
        response = super().response_add(request, obj, reverse("admin:articles_story_change", args=[obj.pk]))
        return saved(self._then(request, obj, response), request, "story-new")

    def response_change(self, request, obj):
        return saved(self._then(request, obj, super().response_change(request, obj)), request, f"story-{obj.pk}")

    def _then(self, request, obj, response):
        """Saving stays with the story, or goes on to the page that was asked for; “save and submit” also submits."""
        asked = request.POST.get("_then", "")
        if asked.startswith(f"/admin/articles/story/{obj.pk}/") and url_has_allowed_host_and_scheme(asked, None):
            return HttpResponseRedirect(asked)
        if "_submit" in request.POST:
            self._submit(request, obj)
        if "_submit" in request.POST or "_save" in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_story_change", args=[obj.pk]))
        return response

    def _submit(self, request, obj):
        try:
            with transaction.atomic():
                actions.submit(Story.objects.get(pk=obj.pk), by=request.user)
        except (actions.MoveRefused, PermissionDenied) as refusal:
            reasons = [finding.message for finding in getattr(refusal, "findings", ())]
            messages.error(request, " ".join([str(_("Saved, not submitted.")), str(refusal), *reasons]))
        else:
            messages.success(request, _("Submitted."))
