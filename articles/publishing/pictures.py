"""Which files of a picture go where. A picture is the JSON of `Article.lead_picture`."""

CROPS = ("-16x9", "-4x3", "-1x1")  # widest first: sharing pages take the first they are offered


def for_sharing(picture):
    """The renditions for machines that show a story elsewhere: one of each crop, else the largest there is."""
    renditions = (picture or {}).get("renditions") or []
    plain = [one for one in renditions if not one["name"].endswith((".webp", ".avif"))] or renditions
    crops = [one for crop in CROPS for one in plain if _crop(one) == crop]
    return crops or sorted(plain, key=lambda one: one["width"])[-1:]


def _crop(rendition):
    stem = rendition["name"].rpartition(".")[0]
    return next((crop for crop in CROPS if stem.endswith(crop)), "")


def face(article):
    """The picture that stands for the article elsewhere: the lead, else the first in the text, else None."""
    return article.lead_picture or next(iter(article.pictures), None)


def file_names(article):
    """Every file that the article shows."""
    return [one["name"] for picture in _all(article) for one in picture.get("renditions") or []]


def words(article):
    """Every word that stands with its pictures."""
    keys = ("alt", "caption", "credit", "rights_holder")
    return [picture[key] for picture in _all(article) for key in keys if picture.get(key)]


def _all(article):
    return [*article.pictures, *([article.lead_picture] if article.lead_picture else [])]
