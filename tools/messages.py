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

from threadsite.catalogs import SHIPPED
from threadsite.language import MESSAGES

THEMES = Path(__file__).parent.parent / "themes"
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
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem.replace("-", "_"))
    catalog.update(template(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    written = BytesIO()
    write_po(written, catalog, width=120, omit_header=False, include_lineno=False)
    return written.getvalue()


def missing(path: Path) -> Iterator[str]:
    """The messages that the catalog *path* has no translation of, or one nobody looked over."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem.replace("-", "_"))
    for message in template():
        if message.id:
            had = catalog.get(message.id, message.context)
            forms = had.string if had and isinstance(had.string, tuple | list) else ()
            said = all(forms) if forms else bool(had and had.string)
            if not said or not had or had.fuzzy:
                yield str(message.id)


def main() -> None:
    for path in sorted(SHIPPED.glob("*.po")):
        path.write_bytes(updated(path))
        left = len(list(missing(path)))
        print(f"{path.name}: {f'{left} messages to translate' if left else 'complete'}")


if __name__ == "__main__":
    main()
