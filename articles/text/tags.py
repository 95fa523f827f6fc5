"""Tags in one line: a comma stands between two of them, a space does not. Quotation marks keep a comma inside a tag."""

import re

_TAG = re.compile(r'\s*"([^"]*)"\s*(?:,|$)|([^,]+)')


def tags_in(line):
    """The tags typed in a line, each once, in order of the alphabet."""
    found = (quoted or bare for quoted, bare in _TAG.findall(line or ""))
    return sorted({" ".join(tag.split()) for tag in found} - {""})


def line_of(tags):
    """What is typed for these tags; anything with a name is one."""
    return ", ".join(sorted(f'"{tag.name}"' if "," in tag.name else tag.name for tag in tags))
