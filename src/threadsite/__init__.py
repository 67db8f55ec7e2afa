"""Threads of a dead forum, as a clean static site."""
