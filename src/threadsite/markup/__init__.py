"""Markup: what forums wrote posts in becomes nodes, nodes become Markdown, and that reads back."""
