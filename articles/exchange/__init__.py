"""Stories from elsewhere and to elsewhere. Imports make drafts; nobody is published by a script."""
