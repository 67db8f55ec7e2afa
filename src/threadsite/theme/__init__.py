"""A theme, ready to render pages: its templates, its static files and those that it extends."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import CodeType

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from threadsite import language, urls
from threadsite.config import Site
from threadsite.errors import ThemeError
from threadsite.language import Language
from threadsite.pages import Page
from threadsite.theme import layers
from threadsite.theme.bytecode import Kept
from threadsite.theme.filters import Links, constant, filters, sayings
from threadsite.theme.flattening import Flattener
from threadsite.theme.layers import Layer

HASHED = frozenset({".css", ".js"})
"""Endings of files whose name carries a mark made of what is in them, so that no browser shows an
old one. Other files keep their name: a stylesheet may name them."""

COMPACT = {"separators": (",", ":"), "ensure_ascii": False}
"""How the filter `tojson` writes."""

# What a template can cause, besides what Jinja itself finds wrong.
MISTAKES = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError)


def load_theme(site: Site) -> Theme:
    """The theme of *site*; `ThemeError` when it, or one that it extends, is missing or wrong."""
    return Theme(tuple(layers.chain(site.settings.build.theme, site.root)), language_of(site))


def language_of(site: Site) -> Language:
    """How *site* writes words, dates and numbers; the catalogs of its theme go first."""
    chain = layers.chain(site.settings.build.theme, site.root)
    return language.load(site.settings.site.language, (layer.locale for layer in chain))


class Theme:
    """The templates and static files of a chain of themes, the theme itself first."""

    def __init__(self, chain: tuple[Layer, ...], language: Language) -> None:
        self.chain = chain
        self.language = language
        self.params = layers.params(chain)
        self._files = layers.files(chain)
        self._links = Links()
        self._templates: dict[str, Template] = {}
        self._names = {name: _marked(name, path) for name, path in self._files.items()}

    def render(self, page: Page) -> str:
        """*page* as HTML; `ThemeError` with file and line when a template is wrong."""
        self._links.turn(page)
        shown = {"site": page.site, "page": page.context, "kind": page.kind}
        try:
            return self._template(page.template).render(shown)
        except MISTAKES:
            pass
        try:
            # As it was written, the template tells the file and the line of a mistake.
            return self._environment.get_template(page.template).render(shown)
        except MISTAKES as problem:
            place = self._place(problem) or f"theme {self.chain[0].name}"
            fact = _fact(problem)
            raise ThemeError(f"{place}: {fact} (on the page {page.path})") from problem

    def forget(self) -> None:
        """Keep nothing of what was shown: the pages to come may be of another archive."""
        self._links.forget()

    def mark(self) -> str:
        """What tells its pages from those of another theme."""
        found = hashlib.sha256(repr((sorted(self.params.items()), self.language.words)).encode())
        for layer in self.chain:
            for path in sorted(layer.templates.rglob("*")):
                if path.is_file():
                    found.update(path.relative_to(layer.templates).as_posix().encode() + b"\0")
                    found.update(path.read_bytes() + b"\0")
        for name, path in self._files.items():
            found.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
        return found.hexdigest()

    def asset(self, name: str) -> str:
        """The address of the static file *name*, from the home of the site."""
        if name not in self._names:
            raise LookupError(f"there is no file static/{name}")
        return urls.static(self._names[name])

    @property
    def has_scripts(self) -> bool:
        """Whether any of its files is a script."""
        return any(name.endswith((".js", ".mjs")) for name in self._files)

    def static_files(self) -> Iterator[tuple[str, bytes]]:
        """Name below `static/` and data of each static file."""
        for name, path in self._files.items():
            yield self._names[name], path.read_bytes()

    def _template(self, name: str) -> Template:
        if name not in self._templates:
            environment, code = self._environment, self._flat(name)
            self._templates[name] = (
                Template.from_code(environment, code, environment.make_globals(None))
                if code
                else environment.get_template(name)
            )
        return self._templates[name]

    def _flat(self, name: str) -> CodeType | None:
        """The code of the template *name*, flattened; None for one that cannot be."""
        kept = self._kept.get_bucket(self._environment, name, "flattened", self._written)
        if kept.code is None:
            kept.code = self._flattener.flatten(name)
            # A file may have been edited in between.
            if kept.code and self._written == self.mark():
                self._kept.set_bucket(kept)
        return kept.code

    @cached_property
    def _written(self) -> str:
        """The mark of the theme as it was when its first page was made."""
        return self.mark()

    @cached_property
    def _kept(self) -> Kept:
        return Kept(self._written)

    @cached_property
    def _flattener(self) -> Flattener:
        return Flattener(self._environment)

    @cached_property
    def _environment(self) -> Environment:
        folders = [layer.templates for layer in self.chain]
        parents = {
            layer.name: FileSystemLoader(folders[depth:]) for depth, layer in enumerate(self.chain)
        }
        environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(folders), PrefixLoader(parents)]),
            autoescape=True,
            undefined=StrictUndefined,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=self._kept,
        )
        environment.policies["json.dumps_kwargs"] = COMPACT
        # What is safe to insert as HTML is for `body` to say, not for a template.
        del environment.filters["safe"]
        links = self._links
        environment.filters |= filters(self.language)
        environment.filters |= {"link": links.link, "absolute": links.absolute}
        environment.globals |= {"asset": self.asset, "params": self.params}
        environment.globals |= {"once": links.once, "constant": constant, "kept": links.kept}
        environment.newstyle_gettext = True  # type: ignore[attr-defined]  # i18n's
        environment.globals |= sayings(self.language.words)
        return environment

    def _place(self, problem: BaseException) -> str | None:
        """The file and line of the template that *problem* comes from."""
        if isinstance(problem, TemplateSyntaxError):
            return f"{problem.filename or problem.name}:{problem.lineno}"
        folders = [layer.templates for layer in self.chain]
        places = [
            f"{frame.f_code.co_filename}:{line}"
            for frame, line in traceback.walk_tb(problem.__traceback__)
            if any(Path(frame.f_code.co_filename).is_relative_to(folder) for folder in folders)
        ]
        return places[-1] if places else None


def _fact(problem: BaseException) -> str:
    if isinstance(problem, TemplateNotFound):
        return f"there is no template {problem.name}"
    if isinstance(problem, RecursionError):
        return "a template includes itself without end"
    return str(problem)


def _marked(name: str, path: Path) -> str:
    pure = PurePosixPath(name)
    if pure.suffix not in HASHED:
        return name
    mark = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    return str(pure.with_name(f"{pure.stem}.{mark}{pure.suffix}"))
