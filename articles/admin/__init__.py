"""The desk's forms and lists."""

from articles.admin import names, pictures, sources, stories, taxonomy

__all__ = ["names", "pictures", "sources", "stories", "taxonomy"]
