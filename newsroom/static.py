"""Static files: hashed and compressed, and a missing one is no reason for a broken page."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStatic(CompressedManifestStaticFilesStorage):
    manifest_strict = False
