"""The least work that gives the same kinds of pages: no feeds, no tags, no archives."""

SITENAME = "The forum that never was"
SITEURL = ""
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
TIMEZONE = "UTC"
ARTICLE_URL = ARTICLE_SAVE_AS = "t/{slug}.html"
AUTHOR_URL = AUTHOR_SAVE_AS = "a/{slug}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "b/{slug}.html"
TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
DIRECT_TEMPLATES = ("index", "authors", "categories")
DEFAULT_PAGINATION = 100
PAGINATED_TEMPLATES = {"index": None, "author": None, "category": None}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{name}-{number}{extension}", "{name}-{number}{extension}"),
)
