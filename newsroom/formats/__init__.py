"""How the desk writes moments, by language, where Django's own way is long or can be read in two ways."""
