"""Stamps: by which what was made of a row knows that the row has been written since."""

import secrets

from django.db import models


def new_stamp():
    return secrets.randbits(62)


class StampField(models.BigIntegerField):
    """Another number each time the row is written: what was made of the row names it, and holds no longer."""

    def __init__(self, **given):
        super().__init__(**({"default": new_stamp, "editable": False} | given))

    def pre_save(self, instance, add):
        setattr(instance, self.attname, new_stamp())
        return getattr(instance, self.attname)
