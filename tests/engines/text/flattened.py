"""Flattened texts for tests: read, and shown as a person checks them."""

from __future__ import annotations

from pathlib import Path

from threadsite.document import Document
from threadsite.engines.engine import Part
from threadsite.engines.text import FlattenedText
from threadsite.model import Post

HERE = Path(__file__).parent
PAGES = sorted(HERE.glob("*.txt"))
TOGETHER = sorted((HERE / "together").glob("*.txt"))


def document(text: str, name: str = "page.txt") -> Document:
    return Document("dump", name, text.encode("utf-8", "surrogatepass"))


def read(text: str, name: str = "page.txt") -> Part:
    return next(FlattenedText().extract(document(text, name)))


def page(name: str) -> Part:
    return read((HERE / f"{name}.txt").read_text(encoding="utf-8"))


def dump(paths: list[Path]) -> list[Document]:
    return [Document("dump", path.name, path.read_bytes()) for path in paths]


def shown(part: Part, text: str) -> str:
    """*part* as a person checks it: the posts, then each line with its role."""
    posts = "\n".join(told(post) for post in part.thread.posts)
    roles = "\n".join(
        f"{'' if role is None else f'{role[0] + 1} {role[1]}':>5} | {line}".rstrip()
        for role, line in zip(part.line_roles or (), text.split("\n"), strict=True)
    )
    return f"# {part.thread.title}\n\n{posts}\n## Lines\n\n{roles}\n"


def told(post: Post) -> str:
    """*post* in a few lines, and its body."""
    author = f"{post.author.name} ({post.author.id})" + " inferred" * post.author.inferred
    rows = {
        "created": post.created and post.created.isoformat(),
        "edited": post.edited and post.edited.isoformat(),
        "title": post.author.title,
        "quotes": ", ".join(f"{quote.author} #{quote.post}" for quote in post.quotes),
        "attachments": ", ".join(file.name for file in post.attachments),
        "signature": post.signature.strip(),
    }
    facts = "".join(f"{key}: {value}\n" for key, value in rows.items() if value)
    return f"## {post.id} at line {post.offset}: {author}\n{facts}\n{post.body.strip()}\n"
