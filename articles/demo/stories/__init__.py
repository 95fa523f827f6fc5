"""The stories of the demo newsroom, section by section."""

from articles.demo.stories import (
    business,
    city_hall,
    city_life,
    coast,
    comment,
    courts,
    culture,
    galleries,
    health,
    sport,
)

ALL_STORIES = [
    *city_hall.STORIES,
    *city_life.STORIES,
    *courts.STORIES,
    *coast.STORIES,
    *business.STORIES,
    *culture.STORIES,
    *comment.STORIES,
    *galleries.STORIES,
    *health.STORIES,
    *sport.STORIES,
]
