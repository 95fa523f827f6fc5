"""How a demo story is written down: five small words, each giving a plain dictionary."""


def person(key, role, description="", role_text=""):
    return {"person": key, "role": role, "role_text": role_text, "description": description}


def organization(key, role, description="", role_text=""):
    return {"organization": key, "role": role, "role_text": role_text, "description": description}


def source(key, terms, attribution, accessed_days_ago, why=""):
    """why: the reason why somebody is not named, a key of Anonymity."""
    told = {"source": key, "terms": terms, "attribution": attribution, "accessed_days_ago": accessed_days_ago}
    return told | {"reason_for_anonymity": why}


def asked(key, text, outcome="waiting", answer=""):
    """Somebody of the story who was asked for a reply. key: of a person or organization."""
    return {"to": key, "text": text, "outcome": outcome, "answer": answer}


def story(**given):
    usual = {
        "type_of_work": "news",
        "layout": "",
        "dateline": "",
        "people": [],
        "organizations": [],
        "replies": [],
        "cases": [],
        "lead_picture": "",
        "topics": {},  # {topic: note in words of its own, or ""}
        "pictures": [],
        "status": "published",
        "editions": [],
        "redirect_from": "",
        "note": "",
    }
    return usual | given
