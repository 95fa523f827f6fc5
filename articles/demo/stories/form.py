"""How a demo story is written down: four small words, each giving a plain dictionary."""


def person(key, role, description="", role_text=""):
    return {"person": key, "role": role, "role_text": role_text, "description": description}


def organization(key, role, description="", role_text=""):
    return {"organization": key, "role": role, "role_text": role_text, "description": description}


def source(key, terms, attribution, accessed_days_ago):
    return {"source": key, "terms": terms, "attribution": attribution, "accessed_days_ago": accessed_days_ago}


def story(**given):
    usual = {
        "type_of_work": "news",
        "dateline": "",
        "people": [],
        "organizations": [],
        "lead_picture": "",
        "topics": {},  # {topic: note in words of its own, or ""}
        "pictures": [],
        "status": "published",
        "editions": [],
        "redirect_from": "",
        "note": "",
    }
    return usual | given
