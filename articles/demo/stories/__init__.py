"""The stories of the demo newsroom, section by section."""

from articles.demo.stories import business, city_hall, city_life, coast, courts, culture, health, sport

ALL_STORIES = [
    *city_hall.STORIES,
    *city_life.STORIES,
    *courts.STORIES,
    *coast.STORIES,
    *business.STORIES,
    *culture.STORIES,
    *health.STORIES,
    *sport.STORIES,
]
