"""The doors of the house: which way imports point, and what nobody writes here. Read from the code, not run."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = ("newsroom", "articles", "accounts")
LONGEST_FILE = 400

# docs/architecture.md: each line may import only from lines below it, and from its own package.
LAYERS = (
    ("newsroom",),
    ("articles.urls",),
    ("articles.management",),  # commands call what the edges offer
    ("articles.admin", "articles.desk", "articles.reading", "articles.exchange"),
    ("articles.demo",),
    ("articles.actions",),
    ("articles.gate",),
    ("articles.publishing", "articles.templatetags"),
    ("articles.permissions",),
    ("articles.models",),
    ("articles.workflow", "articles.text", "articles.jurisdictions"),
    ("accounts",),
)
WITHOUT_LAYER = re.compile(r"(^|\.)(apps|migrations)(\.|$)")
PACKAGES = {"articles", "articles.__init__"}  # the app itself holds nothing

# The readers' pages know the public tables and how they are shown, and nothing else of the house.
READING = (
    "articles.reading", "articles.models.public", "articles.models.tombstones", "articles.publishing.render",
    "articles.publishing.search", "articles.models.policies", "articles.models.questions", "articles.models.kept", "articles.text.remembering",
    "articles.text.spelling",
)  # fmt: skip

# Where the one dangerous word may stand: with these, escaping is the module's own task, tested there.
MARKS_SAFE = {
    "articles/publishing/body.py",
    "articles/publishing/search.py",
    "articles/publishing/structured.py",
    "articles/templatetags/parts.py",
    "articles/templatetags/reading.py",
}
SAFE_TEMPLATES = {"templates/bench/floor.html"}  # the bench of a bare view; no address leads to it
SAVES_STORIES = ("articles/actions",)

FORBIDDEN = {
    r"\bcsrf_exempt\b": "every form carries a token",
    r"\blist_editable\b": "it ignores rights on the object",
    r"\.extra\(": "raw SQL",
    r"\bRawSQL\b": "raw SQL",
    r"""fields\s*=\s*["']__all__["']""": "a new field would show itself",
    r"\bpickle\b": "it runs what it reads",
    r"\b(copy_expert|copy_from|copy_to|callproc|executescript)\b": "it passes the wrapper of law 1 by",
}

POURS_IN = "articles/management/corpus/bulk.py"  # an invented archive; no page runs it


@dataclass(frozen=True)
class Module:
    """One file of ours: its dotted name, its path from the root, its text."""

    name: str
    path: str
    text: str

    @property
    def tree(self):
        return ast.parse(self.text)


def module(path, text):
    parts = Path(path).with_suffix("").parts
    return Module(".".join(parts[:-1] if parts[-1] == "__init__" else parts), str(path), text)


def modules():
    files = (path for top in OURS for path in sorted((ROOT / top).rglob("*.py")))
    return [module(path.relative_to(ROOT), path.read_text()) for path in files]


def templates():
    return {str(path.relative_to(ROOT)): path.read_text() for path in sorted((ROOT / "templates").rglob("*.*"))
            if path.suffix in {".html", ".xml", ".txt"}}  # fmt: skip


def within(name, package):
    return name == package or name.startswith(f"{package}.")


def layer_of(name):
    """(its line, its package), counted from the top; None where it has none."""
    for number, packages in enumerate(LAYERS):
        for package in packages:
            if within(name, package):
                return number, package
    return None


def imports_of(one, known):
    """What a module imports of ours, as (line, dotted name); `from x import y` is x.y where that is a module."""
    for node in ast.walk(one.tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = absolute(one, node)
            names = [f"{base}.{alias.name}" if f"{base}.{alias.name}" in known else base for alias in node.names]
        else:
            continue
        yield from ((node.lineno, name) for name in names if name.split(".")[0] in OURS)


def absolute(one, node):
    if not node.level:
        return node.module or ""
    package = one.name.split(".") if one.path.endswith("__init__.py") else one.name.split(".")[:-1]
    package = package[: len(package) - node.level + 1]
    return ".".join([*package, node.module] if node.module else package)


def wrong_directions(all_modules):
    known = {one.name for one in all_modules}
    for one in all_modules:
        if WITHOUT_LAYER.search(one.name) or one.name in PACKAGES:
            continue
        mine = layer_of(one.name)
        if mine is None:
            yield f"{one.path}: has no layer"
            continue
        for line, name in imports_of(one, known):
            theirs = layer_of(name)
            if theirs is None and name in PACKAGES:
                continue
            if theirs is None or (theirs[0] <= mine[0] and theirs[1] != mine[1]):
                yield f"{one.path}:{line}: {one.name} may not import {name}"


def hidden_imports(all_modules):
    """Imports of ours inside a function: what is imported there lives in the wrong layer."""
    for one in all_modules:
        if WITHOUT_LAYER.search(one.name):
            continue
        for node in ast.walk(one.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                for inner in ast.walk(node):
                    names = (
                        [alias.name for alias in inner.names] if isinstance(inner, ast.Import)
                        else [absolute(one, inner)] if isinstance(inner, ast.ImportFrom) else []
                    )  # fmt: skip
                    if any(name.split(".")[0] in OURS for name in names):
                        yield f"{one.path}:{inner.lineno}: an import inside a function"


def readers_strays(all_modules):
    known = {one.name for one in all_modules}
    for one in all_modules:
        if within(one.name, "articles.reading"):
            for line, name in imports_of(one, known):
                if not any(within(name, allowed) for allowed in READING):
                    yield f"{one.path}:{line}: readers' pages may not import {name}"


def forbidden_words(all_modules):
    for one in all_modules:
        if WITHOUT_LAYER.search(one.name) and "migrations" in one.name:
            continue
        code = without_strings_and_comments(one.text)
        for pattern, why in FORBIDDEN.items():
            if "copy_expert" in pattern and one.path == POURS_IN:
                continue
            for found in re.finditer(pattern, one.text if "__all__" in pattern else code):
                yield f"{one.path}: {found[0]} ({why})"
        if "mark_safe" in code and one.path not in MARKS_SAFE:
            yield f"{one.path}: mark_safe outside MARKS_SAFE"
        if not one.path.endswith("apps.py") and re.search(r"@receiver\b|\.connect\(", code):
            yield f"{one.path}: a signal's receiver outside apps.py"


def without_strings_and_comments(text):
    """The code alone, a word a piece, so that a docstring may speak of what nobody may do."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.unparse(tree)


def saved_stories(all_modules):
    """`story.save(` in any spelling that a reader of the code would recognise."""
    for one in all_modules:
        if one.path.startswith(SAVES_STORIES) or WITHOUT_LAYER.search(one.name):
            continue
        for node in ast.walk(one.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "save":
                owner = ast.unparse(node.func.value)
                if re.fullmatch(r"(.*[._])?story|story_?\w*", owner) and "form" not in owner:
                    yield f"{one.path}:{node.lineno}: {owner}.save() outside articles.actions"


def unescaped_templates(texts):
    for path, text in texts.items():
        if re.search(r"\|\s*safe\b|\|\s*safeseq\b|autoescape\s+off", text) and path not in SAFE_TEMPLATES:
            yield f"{path}: unescaped"
        if path.startswith("templates/reading") and "csrf_token" in text:
            yield f"{path}: a token on a page that is the same for everyone"


def long_files(all_modules):
    for one in all_modules:
        lines = one.text.count("\n")
        if lines > LONGEST_FILE and "migrations" not in one.path:
            yield f"{one.path}: {lines} lines; split it by noun"


RULES = (wrong_directions, hidden_imports, readers_strays, forbidden_words, saved_stories, long_files)


class TestTheHouse:
    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
    def test_has_no(self, rule):
        assert list(rule(modules())) == []

    def test_has_no_unescaped_template(self):
        assert list(unescaped_templates(templates())) == []

    def test_has_tests_of_bearable_length(self):
        tests = [module(path.relative_to(ROOT), path.read_text()) for path in (ROOT / "tests").rglob("*.py")]
        assert list(long_files(tests)) == []

    def test_lists_nothing_that_is_gone(self):
        gone = [path for path in MARKS_SAFE | SAFE_TEMPLATES if not (ROOT / path).exists()]
        assert gone == []


BAD = {
    wrong_directions: (
        ("articles/models/stories.py", "from articles.actions import publish"),
        ("articles/models/stories.py", "from articles import permissions"),
        ("articles/models/stories.py", "from ..actions import publish"),
        ("articles/models/stories.py", "def late():\n    import articles.gate.registry"),
        ("articles/models/__init__.py", "from ..gate import inspect"),
        ("articles/desk/board.py", "from articles.admin import stories"),
        ("articles/publishing/render.py", "import articles.templatetags.reading"),
        ("articles/text/markup.py", "from articles.models import Story"),
        ("articles/workflow.py", "from articles.text import slugs"),
        ("accounts/roles.py", "from articles.models import Story"),
        ("accounts/roles.py", "import newsroom.settings"),
        ("articles/actions/verbs.py", "from newsroom.cache import ForgivingRedisCache"),
        ("articles/helpers.py", "x = 1"),
        ("articles/models/stories.py", "from articles.helpers import x"),
    ),
    hidden_imports: (
        ("articles/gate/people.py", "def check():\n    from articles.models import Story"),
        ("articles/gate/people.py", "class A:\n    async def check(self):\n        from ..models import Story"),
        ("articles/gate/people.py", "def check():\n    if True:\n        import articles.models"),
    ),
    readers_strays: (
        ("articles/reading/views.py", "from articles.models import Article"),
        ("articles/reading/views.py", "from articles.models.stories import Story"),
        ("articles/reading/views.py", "from articles.publishing.compose import compose"),
        ("articles/reading/views.py", "from accounts.models import User"),
        ("articles/reading/feeds.py", "from articles import permissions"),
        ("articles/reading/feeds.py", "def f():\n    from articles.publishing import project"),
    ),
    forbidden_words: (
        ("articles/desk/board.py", "x = mark_safe('<b>')"),
        ("articles/desk/board.py", "@csrf_exempt\ndef view(request): ..."),
        ("articles/admin/stories.py", "class A:\n    list_editable = ['status']"),
        ("articles/admin/stories.py", "class A:\n    fields = '__all__'"),
        ("articles/exchange/api.py", "Story.objects.extra(where=['1'])"),
        ("articles/exchange/api.py", "RawSQL('select 1', [])"),
        ("articles/exchange/api.py", "import pickle"),
        ("articles/models/stories.py", "@receiver(post_save)\ndef late(**kwargs): ..."),
        ("articles/models/stories.py", "post_save.connect(late)"),
        ("articles/reading/views.py", "cursor.copy_expert('COPY x TO STDOUT', out)"),
    ),
    saved_stories: (
        ("articles/admin/stories.py", "story.save()"),
        ("articles/admin/stories.py", "def f(self):\n    self.story.save(update_fields=['slug'])"),
        ("articles/exchange/rss.py", "new_story.save()"),
    ),
    long_files: (("articles/text/markup.py", "x = 1\n" * 401),),
}  # fmt: skip

GOOD = (
    (
        "articles/actions/verbs.py",
        "from articles.gate import inspect\nfrom articles.actions.passage import step\nstory.save()",
    ),
    ("articles/reading/views.py", "from articles.models.public import Article\nfrom articles.publishing import search"),
    ("articles/models/stories.py", "from .public import Section\nfrom articles.workflow import Status\nform.save()"),
    ("articles/publishing/render.py", '"""Never mark_safe here; see csrf_exempt."""\nx = "pickle"  # .extra('),
    ("articles/apps.py", "def ready():\n    from articles.gate import checks\n    post_migrate.connect(checks)"),
    ("articles/migrations/0001_x.py", "def f():\n    import articles.models"),
    ("newsroom/urls.py", "from articles.urls import urlpatterns\nimport accounts.roles"),
)
KNOWN = "models models.public models.stories publishing publishing.search publishing.project permissions reading.views"


class TestTheRules:
    """Fed with bad samples, each rule finds them; fed with good ones, none finds any."""

    def around(self, path, text):
        there = [module(f"articles/{name.replace('.', '/')}.py", "") for name in KNOWN.split()]
        return [*(one for one in there if one.path != path), module(path, text)]

    @pytest.mark.parametrize(
        ("rule", "path", "text"), [(rule, *bad) for rule, samples in BAD.items() for bad in samples]
    )
    def test_find(self, rule, path, text):
        assert list(rule(self.around(path, text)))

    @pytest.mark.parametrize(("path", "text"), GOOD)
    def test_let_pass(self, path, text):
        assert [found for rule in RULES for found in rule(self.around(path, text))] == []

    def test_find_an_unescaped_template(self):
        bad = {"templates/desk/a.html": "{{ x|safe }}", "templates/desk/b.html": "{% autoescape off %}"}
        assert len(list(unescaped_templates(bad))) == 2
        assert list(unescaped_templates({"templates/reading/c.html": "{% csrf_token %}"}))
        assert not list(unescaped_templates({"templates/reading/d.html": "safe and sound {{ x }}"}))
