"""One demo story's life: started, edited, moved and published at the times it tells, by the usual actions."""

import re
from datetime import timedelta

from articles import actions
from articles.models import Byline, Story, StoryOrganization, StoryPerson, StoryPicture, StorySource, StoryTopic

_FIGURE = re.compile(r'data-picture="([a-z][^"]*)"')
WRITERS = {"nell-hathersage": "nell", "idris-penvarne": "idris"}


class Life:
    """The moves of one story, each a little later than the one before."""

    def __init__(self, desk, told):
        self.desk, self.told = desk, told
        self.out = desk.now - timedelta(days=told["days_ago"])
        username = next((WRITERS[slug] for slug in told["authors"] if slug in WRITERS), "nell")
        self.writer = desk.users[username]
        self.editor = desk.editor_for(told["key"])
        self.publisher = self.editor
        self.story = None

    def live(self):
        self._write()
        getattr(self, f"_{self.told['status']}")()

    def _write(self):
        told, at = self.told, self.out - timedelta(hours=5)
        self.story = actions.start(by=self.writer, headline=told["headline"], now=at, slug=told["redirect_from"])
        why = "First version"
        with actions.edit(self.story, by=self.writer, version=self.story.version, why=why, now=at) as editing:
            self._fill(editing.story)
        self._again()
        self._replies(at)

    def _fill(self, story):
        told, desk = self.told, self.desk
        story.section = desk.sections[told["section"]]
        for name in ("headline", "standfirst", "dateline", "type_of_work", "layout"):
            setattr(story, name, told[name])
        story.body = self._figures(told["body"])
        story.desk_note = told["note"]
        story.tags.set([desk.tags[slug] for slug in told["tags"]])
        if told["status"] == "draft":
            story.labels.add(desk.label)
        story.bylines.all().delete()
        for place, slug in enumerate(told["authors"]):
            Byline.objects.create(story=story, author=desk.authors[slug], position=place)
        for key in told["cases"]:
            story.story_cases.create(case=desk.cases[key])
        actions.choose_topics(
            story, [StoryTopic(topic=topic, note=note) for topic, note in told["topics"].items()], by=self.writer
        )
        self._parts(story)
        self._sources(story)
        self._pictures(story)

    def _parts(self, story):
        for place, part in enumerate(self.told["people"]):
            said = {k: part[k] for k in ("role", "role_text", "description")}
            StoryPerson.objects.create(story=story, person=self.desk.people[part["person"]], position=place, **said)
        for place, part in enumerate(self.told["organizations"]):
            said = {k: part[k] for k in ("role", "role_text", "description")}
            named = self.desk.organizations[part["organization"]]
            StoryOrganization.objects.create(story=story, organization=named, position=place, **said)

    def _sources(self, story):
        for place, use in enumerate(self.told["sources"]):
            seen = (self.desk.now - timedelta(days=use["accessed_days_ago"])).date()
            StorySource.objects.create(
                story=story,
                source=self.desk.source(use["source"]),
                terms=use["terms"],
                attribution=use["attribution"],
                accessed_on=seen,
                reason_for_anonymity=use["reason_for_anonymity"],
                position=place,
            )

    def _pictures(self, story):
        told = self.told
        wanted = [(told["lead_picture"], "lead")] if told["lead_picture"] else []
        wanted += [(key, "inline") for key in _FIGURE.findall(told["body"]) if key != told["lead_picture"]]
        for place, (key, where) in enumerate(dict(wanted).items()):
            picture = self.desk.pictures[key]
            StoryPicture.objects.create(story=story, picture=picture, place=where, position=place)

    def _figures(self, body):
        return _FIGURE.sub(lambda match: f'data-picture="{self.desk.pictures[match[1]].pk}"', body)

    def _replies(self, at):
        """Asked two days before; who has not answered yet has until tomorrow."""
        sent = at - timedelta(hours=48)
        for told in self.told["replies"]:
            waits = told["outcome"] == "waiting"
            due = max(at, self.desk.now) + timedelta(hours=20) if waits else sent + timedelta(hours=30)
            subject = self.desk.people.get(told["to"]) or self.desk.organizations[told["to"]]
            facts = {"text": told["text"], "channel": "email", "sent_at": sent, "deadline": due, "now": at}
            asked = actions.ask(self.story, subject, by=self.writer, **facts)
            if not waits:
                came = {"outcome": told["outcome"], "answer": told["answer"], "answered_at": at - timedelta(hours=20)}
                actions.record_reply(asked, by=self.writer, now=at, **came)

    def _sources_approved(self, at):
        """The editor knows who they are; a source without a reason yet waits."""
        for use in self.story.story_sources.select_related("source", "story"):
            if use.is_anonymous and use.anonymity_reason:
                actions.approve_anonymity(use, by=self.editor, now=at)

    def _again(self):
        self.story = Story.objects.get(pk=self.story.pk)

    # The roads, by the status they end in

    def _draft(self):
        if self.told["note"]:
            self._in_review()
            self.story = actions.send_back(self.story, by=self.editor, note=self.told["note"], now=self.out)

    def _in_review(self):
        self.story = actions.submit(self.story, by=self.writer, now=self.out - timedelta(hours=3))

    def _legal(self):
        self._in_review()
        self.story = actions.ask_legal(self.story, by=self.editor, note=self.told["note"], now=self.out)

    def _approved(self):
        self._in_review()
        self._sources_approved(self.out - timedelta(hours=2))
        self._clear(self.out - timedelta(hours=2))
        reasons = self._reasons()
        self.story = actions.approve(self.story, by=self.editor, overrides=reasons, now=self.out - timedelta(hours=1))

    def _clear(self, at):
        """By legal, where the checks call for it."""
        found = actions.findings_of(actions.edition_of(self.story, at))
        if actions.waiting_for_legal(self.story, found):
            self.story = actions.ask_legal(self.story, by=self.editor, now=at)
            note = "A fair report of what was said in court."
            self.story = actions.clear(self.story, by=self.desk.users["lorne"], note=note, now=at)

    def _reasons(self):
        found = actions.findings_of(actions.edition_of(self.story, self.out))
        return {one.id: "Checked with the writer by telephone." for one in found if one.level == "caution"}

    def _scheduled(self):
        self._approved()
        at = (self.desk.now + timedelta(hours=self.told["publish_in_hours"])).replace(minute=0, second=0, microsecond=0)
        at = max(at, self.desk.now + timedelta(hours=1))
        self.story = actions.schedule(self.story, by=self.editor, at=at, now=self.desk.now)

    def _published(self):
        self._approved()
        self.story = actions.publish(self.story, by=self.publisher, now=self.out)
        if self.told["redirect_from"]:
            self._change("update", "", self.out + timedelta(hours=1), {"slug": self.told["key"]})
        for later in self.told["editions"]:
            new = {key: later[key] for key in ("headline", "standfirst", "body") if key in later}
            self._change(later["kind"], later["public_note"], self.out + timedelta(hours=later["after_hours"]), new)

    def _change(self, kind, note, at, new):
        """A later Edition, by the whole way of a change."""
        at = min(at, self.desk.now - timedelta(minutes=5))
        self._reopened_and_edited(kind, note, at - timedelta(minutes=40), new)
        self.story = actions.submit(self.story, by=self.writer, now=at - timedelta(minutes=20))
        self._clear(at - timedelta(minutes=15))
        self.story = actions.approve(
            self.story, by=self.editor, overrides=self._reasons(), now=at - timedelta(minutes=10)
        )
        self.story = actions.publish(self.story, by=self.publisher, now=at)

    def _reopened_and_edited(self, kind, note, at, new, why=""):
        self.story = actions.reopen(self.story, by=self.writer, kind=kind, now=at)
        with actions.edit(self.story, by=self.writer, version=self.story.version, why=why, now=at) as editing:
            for name, value in new.items():
                setattr(editing.story, name, self._figures(value) if name == "body" else value)
            editing.story.public_note = note
            if kind == "correction":
                wrong, _space, right = note.partition(". ")
                editing.story.was_wrong, editing.story.is_right = f"{wrong}.", right
                editing.story.how_found = "A reader wrote in."
        self._again()

    def _live_with_changes(self):
        self._published()
        changed = self.told["changed"]
        at = self.desk.now - timedelta(hours=2)
        new = {key: changed[key] for key in ("headline", "standfirst", "body") if key in changed}
        self._reopened_and_edited("update", "", at, new, changed["why"][:300])

    def _retracted(self):
        self._published()
        at = min(self.out + timedelta(days=2), self.desk.now - timedelta(hours=1))
        self.story = actions.retract(self.story, by=self.editor, note=self.told["retraction_note"], now=at)

    def _spiked(self):
        note = self.told["note"] or "Overtaken by events."
        self.story = actions.spike(self.story, by=self.editor, note=note, now=self.out)

    def _withdrawn(self):
        self._published()
        at = min(self.out + timedelta(hours=3), self.desk.now - timedelta(hours=1))
        self.story = actions.take_down(self.story, by=self.editor, note=self.told["note"], now=at)
        self.story = actions.confirm(self.story, by=self.desk.users["pascoe"], now=at + timedelta(minutes=20))
