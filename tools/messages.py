"""The catalogs' messages, gathered from the templates and from what stands in no template.

Run it after a template has changed: `make messages`. Translations stay; what is new is empty, and
what nobody says any more goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from threadsite.language import MESSAGES
from threadsite.language.catalogs import SHIPPED

THEMES = Path(__file__).parent.parent / "themes"
HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {forms};\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
KEYWORDS = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def template() -> Catalog:
    """Every message, without translations."""
    catalog = Catalog(project="threadsite", charset="utf-8")
    for own in MESSAGES:
        hints = [own.hint] if own.hint else []
        catalog.add(own.text, auto_comments=hints, context=own.context or None)
    found = extract_from_dir(THEMES, [("**.html", "jinja2")], keywords=KEYWORDS, comment_tags=("",))
    for file, _, message, _, context in sorted(found, key=str):
        catalog.add(message, locations=[(file, 0)], context=context)
    return catalog


def updated(path: Path) -> bytes:
    """The catalog *path* with all messages, those not yet translated empty."""
    catalog = _read(path)
    catalog.update(template(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    written = BytesIO()
    write_po(written, catalog, width=120, omit_header=True, include_lineno=False)
    header = HEADER.format(language=path.stem, forms=catalog.plural_forms.rstrip(";"))
    return header.encode() + written.getvalue()


def missing(path: Path) -> Iterator[str]:
    """The messages that the catalog *path* has no translation of, or one nobody looked over."""
    catalog = _read(path)
    for message in template():
        had = catalog.get(message.id, message.context)
        said = had.string if had and not had.fuzzy else None
        if message.id and not (said if isinstance(said, str | None) else all(said)):
            yield str(message.id)


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem.replace("-", "_"))


def main() -> None:
    for path in sorted(SHIPPED.glob("*.po")):
        path.write_bytes(updated(path))
        left = len(list(missing(path)))
        print(f"{path.name}: {f'{left} messages to translate' if left else 'complete'}")


if __name__ == "__main__":
    main()
